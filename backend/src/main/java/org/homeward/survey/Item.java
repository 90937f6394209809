package org.homeward.survey;

import java.util.Arrays;
import java.util.Optional;

/** What a patient came for, in three parts. */
public enum Item {
  DIAGNOSIS("diagnosis"),
  TREATMENT("treatment"),
  NEXT_STEPS("next-steps");

  private final String code;

  Item(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Item> of(String code) {
    return Arrays.stream(values()).filter(item -> item.code.equals(code)).findFirst();
  }

  /** The item that is asked after this one. */
  public Optional<Item> next() {
    return switch (this) {
      case DIAGNOSIS -> Optional.of(TREATMENT);
      case TREATMENT -> Optional.of(NEXT_STEPS);
      case NEXT_STEPS -> Optional.empty();
    };
  }
}
