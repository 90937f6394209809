package org.homeward.kiosk;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.homeward.token.Token;

/**
 * What an administrator reads out and a tablet is given: eight characters of Crockford's base 32,
 * single use, 15 minutes. 40 bits: a thousand guesses a second for 15 minutes against ten open
 * codes would hit one in 120,000 times.
 */
public record EnrolmentCode(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static EnrolmentCode random() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new EnrolmentCode(text.toString());
  }

  /** As somebody types it: any case, with or without the dash. */
  public static EnrolmentCode typed(String text) {
    return new EnrolmentCode(
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1'));
  }

  public String printed() {
    return text.substring(0, 4) + "-" + text.substring(4);
  }

  public byte[] hash() {
    return Token.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "EnrolmentCode[]";
  }
}
