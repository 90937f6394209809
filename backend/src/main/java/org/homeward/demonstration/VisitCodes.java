package org.homeward.demonstration;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.homeward.discharge.VisitCode;

/** Codes for the slips of one hospital, each given once. */
final class VisitCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final RandomGenerator random;
  private final Set<VisitCode> given = new HashSet<>();

  VisitCodes(RandomGenerator random) {
    this.random = random;
  }

  VisitCode next() {
    VisitCode code;
    do {
      code = VisitCode.of(payload());
    } while (!given.add(code));
    return code;
  }

  private String payload() {
    StringBuilder payload = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      payload.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return payload.toString();
  }
}
