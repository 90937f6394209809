package org.homeward.kiosk;

import java.time.Duration;

/**
 * How often one tablet may guess within a stretch of time that begins with its first attempt. A
 * hospital's tablets often share one address, so it is the tablet that is counted and not the
 * address.
 */
public enum Limit {
  /**
   * Codes that no discharge has. A facility with 100,000 discharges uses one in 340,000 of the 32⁷
   * codes; 30 misses an hour are 720 a day, so that somebody with a tablet in hand finds one visit
   * in 470 days on average, and learns no more of it than its language. A patient's slip of the
   * finger is caught by the check character 31 times out of 32 and is not counted.
   */
  VISIT_CODE("visit-code", 30, Duration.ofHours(1)),

  /**
   * Wrong PINs of six digits or more: five in a quarter of an hour are 480 a day. Out of a million
   * that is one chance in 2,083 a day, and an even chance after 1,042 days of trying without rest.
   * The right PIN sets the count back, which gives a guesser four more tries each time that staff
   * use theirs.
   */
  PIN("pin", 5, Duration.ofMinutes(15));

  private final String code;
  private final int attempts;
  private final Duration window;

  Limit(String code, int attempts, Duration window) {
    this.code = code;
    this.attempts = attempts;
    this.window = window;
  }

  public String code() {
    return code;
  }

  public int attempts() {
    return attempts;
  }

  public Duration window() {
    return window;
  }
}
