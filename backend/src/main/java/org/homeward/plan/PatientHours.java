package org.homeward.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeward.survey.Touchpoint;

/**
 * When one patient may be texted. Where only the prefix of a number tells where they are, it may
 * tell several zones, and then a text goes only while the window is open in all of them.
 *
 * @param preferred the hour that suits most
 * @param home the zone in which the patient's days are counted
 * @param zones the zones in which they may be; where these have no hour in common, home decides
 */
public record PatientHours(
    SendWindow window, LocalTime preferred, ZoneId home, List<ZoneId> zones) {
  private static final Duration FORESIGHT = Duration.ofDays(2);

  public PatientHours {
    zones = List.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("A patient is in some zone");
    }
  }

  /**
   * The zone that was given counts; then the zones of the number; then the facility's.
   *
   * @param ofNumber those of the number's prefix; none when it does not tell
   */
  static PatientHours of(
      OutreachPlan plan, Optional<ZoneId> given, List<ZoneId> ofNumber, ZoneId facility) {
    List<ZoneId> zones =
        given.map(List::of).orElse(ofNumber.isEmpty() ? List.of(facility) : ofNumber);
    ZoneId home = zones.size() == 1 ? zones.getFirst() : facility;
    return new PatientHours(plan.window(), plan.preferred(), home, zones);
  }

  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, home);
  }

  /** The moment itself when a text may go then, or else the next at which one may. */
  public Instant next(Instant moment) {
    return common(moment).orElseGet(() -> window.nextAllowed(moment, home));
  }

  public boolean allow(Instant moment) {
    return next(moment).equals(moment);
  }

  /** How long a text may still be delivered, from a moment that is allowed. */
  public Duration left(Instant moment) {
    return (common(moment).isPresent() ? zones : List.of(home))
        .stream()
            .map(zone -> window.left(moment, zone))
            .min(Comparator.naturalOrder())
            .orElseThrow();
  }

  /** The preferred hour of the touchpoint's day, whatever time it is now. */
  public Instant wish(LocalDate dischargeDay, Touchpoint touchpoint) {
    return preferredOn(dischargeDay.plusDays(touchpoint.days()));
  }

  /**
   * Never in the past: where the hour has gone by, the next moment at which a text may go. A
   * discharge that is entered late is asked late, not left out.
   */
  public Instant due(LocalDate dischargeDay, Touchpoint touchpoint, Instant now) {
    Instant wished = wish(dischargeDay, touchpoint);
    return next(wished.isBefore(now) ? now : wished);
  }

  /** When a text may go on a day: at its preferred hour or soon after. */
  Instant on(LocalDate day) {
    return next(preferredOn(day));
  }

  private Instant preferredOn(LocalDate day) {
    return ZonedDateTime.of(day, preferred, home).toInstant();
  }

  /** The next moment at which the window is open in all zones; empty when there is none. */
  private Optional<Instant> common(Instant moment) {
    Instant candidate = moment;
    Instant horizon = moment.plus(FORESIGHT);
    while (candidate.isBefore(horizon)) {
      Instant tried = candidate;
      Instant latest =
          zones.stream()
              .map(zone -> window.nextAllowed(tried, zone))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      if (latest.equals(candidate)) {
        return Optional.of(candidate);
      }
      candidate = latest;
    }
    return Optional.empty();
  }
}
