package org.homeward.metrics;

/**
 * Which limits a series has.
 *
 * @param why which, and why these or none, in words for the screen
 */
public record Limits(Kind kind, String why) {

  public enum Kind {
    P("p"),
    NONE("none");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  static Limits none(String why) {
    return new Limits(Kind.NONE, why);
  }
}
