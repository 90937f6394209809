package org.homeward.kiosk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.VisitCode;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.staff.Passwords;

/**
 * How a tablet finds a patient's visit: by its code, or picked by staff behind their unit's PIN.
 */
public final class FindingVisits {
  private static final int MOST_PICKED_FROM = 200;

  private final Visits visits;
  private final Pins pins;
  private final Attempts attempts;
  private final Passwords passwords;

  public FindingVisits(Visits visits, Pins pins, Attempts attempts, Passwords passwords) {
    this.visits = visits;
    this.pins = pins;
    this.attempts = attempts;
    this.passwords = passwords;
  }

  /** The tablet that asks. */
  public record Asking(FacilityId facility, UUID kiosk, UnitId unit) {}

  /** What came of looking a code up. */
  public sealed interface LookUp {
    record Found(Visit visit) implements LookUp {}

    record Unknown() implements LookUp {}

    record Throttled(Duration left) implements LookUp {}
  }

  /** Only codes that no discharge has are guesses. */
  public LookUp byCode(Asking tablet, VisitCode code) {
    Optional<Duration> wait = attempts.count(tablet.facility(), tablet.kiosk(), Limit.VISIT_CODE);
    if (wait.isPresent()) {
      return new LookUp.Throttled(wait.get());
    }
    Optional<Visit> found = visits.find(tablet.facility(), code);
    if (found.isEmpty()) {
      return new LookUp.Unknown();
    }
    attempts.giveBack(tablet.facility(), tablet.kiosk(), Limit.VISIT_CODE);
    return new LookUp.Found(found.get());
  }

  /** What came of asking for the day's discharges. */
  public sealed interface Picking {
    record Shown(List<Visit> visits) implements Picking {}

    record Refused() implements Picking {}

    record LockedOut(Duration left) implements Picking {}

    /** The unit has no PIN, so nobody picks there. */
    record NoPin() implements Picking {}
  }

  /** The unit's open discharges of the day, for who knows its PIN. */
  public Picking behindPin(Asking tablet, String typed, LocalDate day) {
    Optional<String> hash = pins.hash(tablet.facility(), tablet.unit());
    if (hash.isEmpty()) {
      return new Picking.NoPin();
    }
    Optional<Duration> wait = attempts.count(tablet.facility(), tablet.kiosk(), Limit.PIN);
    if (wait.isPresent()) {
      return new Picking.LockedOut(wait.get());
    }
    if (!Pin.isOne(typed) || !passwords.matches(typed, hash.get())) {
      return new Picking.Refused();
    }
    attempts.clear(tablet.facility(), tablet.kiosk(), Limit.PIN);
    return new Picking.Shown(visits.of(tablet.facility(), tablet.unit(), day, MOST_PICKED_FROM));
  }
}
