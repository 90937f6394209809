package org.homeward.metrics;

/** Which way: more yes than the baseline, or fewer. */
public enum Direction {
  IMPROVEMENT("improvement"),
  DETERIORATION("deterioration");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Above the line (a positive side) patients understand more. */
  static Direction of(int side) {
    return side > 0 ? IMPROVEMENT : DETERIORATION;
  }
}
