package org.homeward.demonstration;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Codes for the slips of one hospital, each given once. */
final class VisitCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final RandomGenerator random;
  private final Set<String> given = new HashSet<>();

  VisitCodes(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    String code;
    do {
      StringBuilder payload = new StringBuilder();
      for (int i = 0; i < 7; i++) {
        payload.append(ALPHABET.charAt(random.nextInt(32)));
      }
      code = payload.append(check(payload)).toString();
    } while (!given.add(code));
    return code;
  }

  /** Luhn mod 32. */
  static char check(CharSequence payload) {
    int sum = 0;
    for (int i = 0; i < payload.length(); i++) {
      int factor = (payload.length() - i) % 2 + 1;
      int addend = factor * ALPHABET.indexOf(payload.charAt(i));
      sum += addend / 32 + addend % 32;
    }
    return ALPHABET.charAt((32 - sum % 32) % 32);
  }
}
