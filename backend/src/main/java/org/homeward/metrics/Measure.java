package org.homeward.metrics;

import java.util.Arrays;
import java.util.Optional;

/** What a series shows: the understanding rate of an item, or the share that understood all. */
public enum Measure {
  DIAGNOSIS("diagnosis", "understand their diagnosis"),
  TREATMENT("treatment", "understand their treatment"),
  NEXT_STEPS("next-steps", "know what comes next"),
  ALL_THREE("all-three", "understand all three: diagnosis, treatment and what comes next");

  private final String code;
  private final String everydayWords;

  Measure(String code, String everydayWords) {
    this.code = code;
    this.everydayWords = everydayWords;
  }

  public String code() {
    return code;
  }

  /** What patients say that they do: "… know what comes next". */
  String everydayWords() {
    return everydayWords;
  }

  public static Optional<Measure> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
