package org.homeward.metrics;

import java.util.Arrays;
import java.util.Optional;

/** What one request may be split into several series by. */
public enum Split {
  UNIT("unit"),
  ITEM("item"),
  TOUCHPOINT("touchpoint"),
  CHANNEL("channel"),
  LANGUAGE("language");

  private final String code;

  Split(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Split> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
