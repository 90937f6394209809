package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of the patient's day in which we start a conversation. A direct answer to a patient may
 * go at any hour.
 *
 * @param opens the first minute at which a text may go
 * @param closes the first minute at which none may any more
 */
public record SendWindow(LocalTime opens, LocalTime closes) {
  public static final SendWindow USUAL = new SendWindow(LocalTime.of(9, 0), LocalTime.of(20, 0));

  public SendWindow {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("A window opens before it closes, on one day");
    }
  }

  public boolean allows(Instant moment, ZoneId zone) {
    LocalTime local = moment.atZone(zone).toLocalTime();
    return !local.isBefore(opens) && local.isBefore(closes);
  }

  /** The moment itself, or else the next opening. */
  public Instant nextAllowed(Instant moment, ZoneId zone) {
    if (allows(moment, zone)) {
      return moment;
    }
    ZonedDateTime local = moment.atZone(zone);
    LocalDate day =
        local.toLocalTime().isBefore(opens) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return ZonedDateTime.of(day, opens, zone).toInstant();
  }

  /** How long the window stays open from a moment within it. */
  public Duration left(Instant moment, ZoneId zone) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    return Duration.between(moment, ZonedDateTime.of(day, closes, zone).toInstant());
  }
}
