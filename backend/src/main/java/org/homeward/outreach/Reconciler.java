package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Outbox.LookUp;
import org.homeward.outreach.Outbox.Unsettled;
import org.homeward.sms.Carrier;
import org.homeward.sms.CarrierText;
import org.homeward.sms.CarrierUnavailable;
import org.homeward.sms.StatusReport;

/**
 * Finds out about texts that the carrier may or may not have taken. A text is sent again only once
 * the carrier has shown that it does not hold it, and only once: after a second doubtful attempt it
 * is looked up, and never sent.
 */
public final class Reconciler {
  /** How far the carrier's clock may be from ours. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private static final Duration LOOKED_FOR = Duration.ofHours(24);

  /** What was sent twice is only settled by what the carrier shows, and that may take its time. */
  private static final Duration RESENT_LOOKED_UP_EVERY = Duration.ofMinutes(15);

  private final Outbox outbox;
  private final Carrier carrier;
  private final StatusReports reports;
  private final Patience patience;
  private final InstantSource clock;

  /**
   * How long to wait before looking.
   *
   * @param attempt an attempt that has said nothing for so long has died
   * @param lookUp an unknown text is looked up so long after its attempt: the carrier's list may
   *     lag behind
   */
  public record Patience(Duration attempt, Duration lookUp) {
    public static final Patience USUAL =
        new Patience(Duration.ofMinutes(2), Duration.ofSeconds(60));
  }

  public Reconciler(
      Outbox outbox,
      Carrier carrier,
      StatusReports reports,
      Patience patience,
      InstantSource clock) {
    this.outbox = outbox;
    this.carrier = carrier;
    this.reports = reports;
    this.patience = patience;
    this.clock = clock;
  }

  public void run(Facility facility) {
    Instant now = clock.instant();
    outbox.giveUpAttempts(facility.id(), now.minus(patience.attempt()), now);
    if (!carrier.showsItsTexts()) {
      return;
    }
    LookUp lookUp =
        new LookUp(
            now.minus(LOOKED_FOR), now.minus(patience.lookUp()), now.minus(RESENT_LOOKED_UP_EVERY));
    List<Unsettled> unsettled = outbox.unsettled(facility.id(), lookUp, now);
    while (!unsettled.isEmpty()) {
      unsettled.forEach(text -> lookUp(facility.id(), text, now));
      unsettled = outbox.unsettled(facility.id(), lookUp, now);
    }
  }

  private void lookUp(FacilityId facility, Unsettled unsettled, Instant now) {
    OutgoingText text = unsettled.text();
    List<CarrierText> held;
    try {
      held =
          carrier.texts(
              text.sender(), text.recipient().e164(), unsettled.attemptedAt().minus(SLACK));
    } catch (CarrierUnavailable e) {
      return;
    }
    StatusCallback ours = new StatusCallback(facility, text.id());
    boolean found =
        held.stream()
            .filter(candidate -> candidate.body().equals(text.body()))
            .anyMatch(candidate -> reports.take(ours, report(candidate)));
    if (!found && !unsettled.resent()) {
      outbox.sendOnceMore(facility, text.id(), now);
    }
  }

  private static StatusReport report(CarrierText held) {
    return new StatusReport(held.carrierId(), held.status(), held.errorCode());
  }
}
