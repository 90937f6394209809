package org.homeward.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.homeward.survey.Touchpoint;

/**
 * One touchpoint at which patients are texted, so many days after they left.
 *
 * @param answering how long answers are taken from when it is due. Not longer than charts wait for
 *     them ({@link Touchpoint#answeringWindow}), or a period would count before it can be complete
 */
public record Followup(Touchpoint touchpoint, Duration answering) {
  private static final int LAST_DAY = 365;
  private static final Duration SHORTEST = Duration.ofDays(2);

  public Followup {
    if (touchpoint.days() < 1 || touchpoint.days() > LAST_DAY) {
      throw new IllegalArgumentException(
          "A follow-up is 1 to " + LAST_DAY + " days after the discharge");
    }
    Duration longest = touchpoint.answeringWindow();
    if (answering.compareTo(SHORTEST) < 0 || answering.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "Answers to %s are taken for %d to %d days"
              .formatted(touchpoint.code(), SHORTEST.toDays(), longest.toDays()));
    }
  }

  /** Answered for as long as charts wait. */
  public static Followup at(Touchpoint touchpoint) {
    return new Followup(touchpoint, touchpoint.answeringWindow());
  }

  /**
   * When a discharge's questions close. They do not stay open for longer because the first text had
   * to wait, and never past the moment at which the discharge's day is closed in the charts.
   */
  public Instant closes(LocalDate dischargeDay, PatientHours hours, ZoneId facility) {
    Instant asked = hours.wish(dischargeDay, touchpoint).plus(answering);
    Instant charted =
        dischargeDay
            .plusDays(1L + touchpoint.days())
            .atStartOfDay(facility)
            .toInstant()
            .plus(touchpoint.answeringWindow());
    return asked.isBefore(charted) ? asked : charted;
  }
}
