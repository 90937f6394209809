package org.homeward.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.homeward.survey.Touchpoint;

/**
 * When a discharge is asked: so many local days later, at the hour that suits most.
 *
 * @param hour inside the window
 */
public record Timing(SendWindow window, LocalTime hour) {
  public static final Timing USUAL = new Timing(SendWindow.USUAL, LocalTime.of(10, 0));

  public Timing {
    if (hour.isBefore(window.opens()) || !hour.isBefore(window.closes())) {
      throw new IllegalArgumentException("The preferred hour lies outside the window");
    }
  }

  /**
   * Never in the past: where the hour has gone by, the next moment at which a text may go. A
   * discharge that is entered late is asked late, not left out.
   */
  public Instant due(LocalDate dischargeDay, Touchpoint touchpoint, ZoneId zone, Instant now) {
    Instant wished = at(dischargeDay.plusDays(touchpoint.days()), zone);
    return wished.isBefore(now) ? window.nextAllowed(now, zone) : wished;
  }

  /** The preferred hour of the day after a moment. */
  public Instant dayAfter(Instant moment, ZoneId zone) {
    return at(moment.atZone(zone).toLocalDate().plusDays(1), zone);
  }

  private Instant at(LocalDate day, ZoneId zone) {
    return ZonedDateTime.of(day, hour, zone).toInstant();
  }
}
