package org.homeward.discharge;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a patient types: seven random characters of Crockford's base 32 and one check character
 * (Luhn mod 32), which catches a wrong character always and two swapped neighbours nearly always.
 *
 * <p>32⁷ ≈ 3.4·10¹⁰ codes: at a facility with 100,000 discharges a guess hits one in 340,000 times.
 */
public record VisitCode(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = ALPHABET.length();
  private static final int RANDOM_CHARACTERS = 7;
  private static final SecureRandom RANDOM = new SecureRandom();

  public VisitCode {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("Not a visit code");
    }
  }

  public static VisitCode random() {
    StringBuilder payload = new StringBuilder();
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      payload.append(ALPHABET.charAt(RANDOM.nextInt(BASE)));
    }
    return of(payload.toString());
  }

  /** Of seven characters, the code with its check character. */
  public static VisitCode of(String payload) {
    return new VisitCode(payload + check(payload));
  }

  /**
   * As people type it: any case, spaces and dashes, O for 0, I and L for 1. Empty when it is no
   * code.
   */
  public static Optional<VisitCode> parse(String typed) {
    StringBuilder meant = new StringBuilder();
    for (char character : typed.toUpperCase(Locale.ROOT).toCharArray()) {
      if (character != '-' && !Character.isWhitespace(character)) {
        meant.append(
            switch (character) {
              case 'O' -> '0';
              case 'I', 'L' -> '1';
              default -> character;
            });
      }
    }
    String text = meant.toString();
    return isWellFormed(text) ? Optional.of(new VisitCode(text)) : Optional.empty();
  }

  /** As it is printed. */
  public String printed() {
    return text.substring(0, 4) + "-" + text.substring(4);
  }

  private static boolean isWellFormed(String text) {
    if (text.length() != RANDOM_CHARACTERS + 1
        || text.chars().anyMatch(character -> ALPHABET.indexOf(character) < 0)) {
      return false;
    }
    return text.charAt(RANDOM_CHARACTERS) == check(text.substring(0, RANDOM_CHARACTERS));
  }

  /**
   * Luhn's algorithm over 32 symbols: from the right, every second value doubled, digits in base 32
   * summed.
   */
  private static char check(String payload) {
    int sum = 0;
    int factor = 2;
    for (int i = payload.length() - 1; i >= 0; i--) {
      int addend = factor * ALPHABET.indexOf(payload.charAt(i));
      sum += addend / BASE + addend % BASE;
      factor = 3 - factor;
    }
    return ALPHABET.charAt((BASE - sum % BASE) % BASE);
  }
}
