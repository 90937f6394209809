package org.homeward.kiosk;

import java.util.Optional;

/** What a unit's staff type on a tablet: six to eight digits that are not the first to be tried. */
public record Pin(String digits) {
  public Pin {
    if (!isOne(digits)) {
      throw new IllegalArgumentException("A PIN has six to eight digits");
    }
  }

  /** Whether it could be one at all. */
  public static boolean isOne(String text) {
    return text.matches("[0-9]{6,8}");
  }

  /** Empty when it is none, or would be guessed at once: one digit throughout, or a run. */
  public static Optional<Pin> chosen(String text) {
    return isOne(text) && !isObvious(text) ? Optional.of(new Pin(text)) : Optional.empty();
  }

  private static boolean isObvious(String text) {
    int step = text.charAt(1) - text.charAt(0);
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) - text.charAt(i - 1) != step) {
        return false;
      }
    }
    return Math.abs(step) <= 1;
  }

  @Override
  public String toString() {
    return "Pin[]";
  }
}
