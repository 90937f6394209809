package org.homeward.metrics;

/** Which rule a signal comes from. */
public enum Rule {
  OUTSIDE_LIMITS("outside-limits"),
  RUN("run"),
  CROSSINGS("crossings");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
