package org.homeward.metrics;

/** {@code x} of {@code n}: the answers {@code yes} among those given. */
public record Share(long x, long n) {
  public Share {
    if (n < 1 || x < 0 || x > n) {
      throw new IllegalArgumentException("A share is x of n, with n at least 1");
    }
  }

  public Proportion proportion() {
    return new Proportion((double) x / n);
  }

  /** Of none or of all: then there is no spread to take limits from. */
  public boolean isExtreme() {
    return x == 0 || x == n;
  }

  /** Compares the rates exactly, without rounding. */
  public int compareRate(Share other) {
    return Long.compare(Math.multiplyExact(x, other.n), Math.multiplyExact(other.x, n));
  }
}
