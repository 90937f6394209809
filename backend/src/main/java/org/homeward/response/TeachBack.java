package org.homeward.response;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.UnitId;

/**
 * What a patient says they will do first at home, in their own words.
 *
 * @param response whose it is
 * @param visit empty for a walk-up
 */
public record TeachBack(
    UUID response,
    UnitId unit,
    Optional<VisitNumber> visit,
    String language,
    String said,
    Instant answeredAt) {

  /** What staff make of it. */
  public enum Verdict {
    CORRECT("correct"),
    NOT_CORRECT("not-correct");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Optional<Verdict> of(String code) {
      return Arrays.stream(values()).filter(verdict -> verdict.code.equals(code)).findFirst();
    }
  }

  /** Not the words: this may end in a log. */
  @Override
  public String toString() {
    return "TeachBack[" + response + "]";
  }
}
