package org.homeward.discharge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a discharge. Anything but active stops every text. */
public enum Standing {
  ACTIVE,
  CANCELLED,
  DIED,
  READMITTED,
  EXCLUDED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Standing> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
