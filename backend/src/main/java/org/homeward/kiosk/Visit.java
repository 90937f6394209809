package org.homeward.kiosk;

import java.time.Instant;
import java.util.List;
import org.homeward.discharge.VisitCode;
import org.homeward.discharge.VisitNumber;

/**
 * What a kiosk may know of a discharge.
 *
 * @param open whether its questions may be asked: false when it was cancelled, or its patient died,
 *     was readmitted or is excluded. Which of these is not for a tablet in a corridor
 * @param numberKnown whether there is a number to text; which one is not for a tablet
 * @param answered codes of the touchpoints that have a counted response
 */
public record Visit(
    VisitNumber number,
    VisitCode code,
    Instant dischargedAt,
    String language,
    boolean open,
    boolean numberKnown,
    List<String> answered) {
  public Visit {
    answered = List.copyOf(answered);
  }
}
