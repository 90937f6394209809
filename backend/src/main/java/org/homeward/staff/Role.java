package org.homeward.staff;

import java.util.Locale;

/** What a person may do at a facility. */
public enum Role {
  ADMINISTRATOR,
  ANALYST;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Throws IllegalArgumentException for another word. */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
