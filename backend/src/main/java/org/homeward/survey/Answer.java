package org.homeward.survey;

import java.util.Arrays;
import java.util.Optional;

/** An answer to an item. A skipped item has none. */
public enum Answer {
  YES("yes"),
  PARTLY("partly"),
  NO("no");

  private final String code;

  Answer(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Answer> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
