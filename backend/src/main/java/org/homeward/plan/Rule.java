package org.homeward.plan;

/** What of a plan can make a text wait. */
public enum Rule {
  QUIET_HOURS("quiet-hours"),
  DAILY_CAP("daily-cap"),
  WEEKLY_CAP("weekly-cap");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
