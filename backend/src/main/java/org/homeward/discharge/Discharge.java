package org.homeward.discharge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.survey.Touchpoint;

/**
 * One patient leaving one unit at one moment.
 *
 * @param answered the touchpoints that have a counted response
 */
public record Discharge(
    UUID id,
    VisitNumber visitNumber,
    VisitCode visitCode,
    Particulars particulars,
    Standing standing,
    Instant createdAt,
    Optional<Instant> correctedAt,
    List<Touchpoint> answered) {
  public Discharge {
    answered = List.copyOf(answered);
  }
}
