package org.homeward.survey;

import java.util.Arrays;
import java.util.Optional;

/** How an answer was given. */
public enum Channel {
  KIOSK("kiosk"),
  SMS("sms"),
  WEB("web"),
  STAFF("staff"),
  IMPORT("import");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Channel> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
