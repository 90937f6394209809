package org.homeward.outreach;

/**
 * How far apart two spellings are: letters added, left out, taken for another, or two neighbours
 * swapped.
 *
 * <p>Source: optimal string alignment, L. Boytsov, "Indexing methods for approximate dictionary
 * searching", ACM JEA 16 (2011), section 2.
 */
final class Spelling {
  private Spelling() {}

  /** The distance, or {@code most + 1} where it is more than that. */
  static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[][] d = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : least(one, other, i, j, d);
      }
    }
    return Math.min(d[one.length()][other.length()], most + 1);
  }

  private static int least(String one, String other, int i, int j, int[][] d) {
    int taken = d[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int least = Math.min(taken, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
