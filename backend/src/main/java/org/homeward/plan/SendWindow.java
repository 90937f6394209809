package org.homeward.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The hours of the patient's day in which we start a conversation. A direct answer to a patient may
 * go at any hour.
 *
 * @param opens the first minute at which a text may go
 * @param closes the first minute at which none may any more
 */
public record SendWindow(LocalTime opens, LocalTime closes) {
  /** 47 CFR 64.1200(c)(1): not before 8 a.m. or after 9 p.m. where the patient is. */
  public static final LocalTime EARLIEST = LocalTime.of(8, 0);

  public static final LocalTime LATEST = LocalTime.of(21, 0);

  private static final Duration SHORTEST = Duration.ofHours(1);

  public static final SendWindow USUAL = new SendWindow(LocalTime.of(9, 0), LocalTime.of(20, 0));

  public SendWindow {
    if (opens.isBefore(EARLIEST) || closes.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "Texts may not start before " + EARLIEST + " or after " + LATEST);
    }
    if (Duration.between(opens, closes).compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("The hours for texts last an hour at least");
    }
    if (!opens.equals(minute(opens)) || !closes.equals(minute(closes))) {
      throw new IllegalArgumentException("The hours for texts are whole minutes");
    }
  }

  public boolean contains(LocalTime time) {
    return !time.isBefore(opens) && time.isBefore(closes);
  }

  public boolean allows(Instant moment, ZoneId zone) {
    return contains(moment.atZone(zone).toLocalTime());
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

  private static LocalTime minute(LocalTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }
}
