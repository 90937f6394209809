package org.homeward.outreach;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Outbox.Claim;
import org.homeward.sms.Carrier;
import org.homeward.sms.OutboundText;
import org.homeward.sms.Refusal;
import org.homeward.sms.SendOutcome;
import org.homeward.sms.StatusReport;

/**
 * Takes the waiting texts to the carrier: one attempt each, written down before it is made, outside
 * any transaction. Several may work at once.
 */
public final class Courier {
  private static final int MOST_REFUSALS = 8;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Outbox outbox;
  private final Carrier carrier;
  private final Refusals refusals;
  private final SendWindow window;
  private final URI publicUrl;
  private final InstantSource clock;

  public Courier(
      Outbox outbox,
      Carrier carrier,
      Refusals refusals,
      SendWindow window,
      URI publicUrl,
      InstantSource clock) {
    this.outbox = outbox;
    this.carrier = carrier;
    this.refusals = refusals;
    this.window = window;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  public void run(Facility facility) {
    while (sendOne(facility)) {}
  }

  private boolean sendOne(Facility facility) {
    Instant now = clock.instant();
    return switch (outbox.claim(
        facility.id(), now, text -> Clearance.of(text, window, facility.zone(), now))) {
      case Claim.Attempt attempt -> {
        attempt(facility.id(), attempt);
        yield true;
      }
      case Claim.HeldBack heldBack -> true;
      case Claim.NothingDue nothing -> false;
    };
  }

  private void attempt(FacilityId facility, Claim.Attempt attempt) {
    OutgoingText text = attempt.text();
    SendOutcome outcome =
        carrier.send(
            new OutboundText(
                text.id().value(),
                text.sender(),
                text.recipient().e164(),
                text.body(),
                attempt.clearance().validity(),
                new StatusCallback(facility, text.id()).under(publicUrl)));
    Instant now = clock.instant();
    switch (outcome) {
      case SendOutcome.Accepted accepted ->
          outbox.report(
              facility,
              text.id(),
              new StatusReport(accepted.carrierId(), accepted.status(), Optional.empty()),
              now);
      case SendOutcome.Refused refused -> refused(facility, attempt, refused, now);
      case SendOutcome.Throttled throttled ->
          outbox.again(
              facility,
              text.id(),
              now.plus(throttled.retryAfter().orElse(backoff(attempt.attempts()))),
              now);
      case SendOutcome.Unknown unknown -> outbox.unknown(facility, text.id(), now);
    }
  }

  private void refused(
      FacilityId facility, Claim.Attempt attempt, SendOutcome.Refused refused, Instant now) {
    TextId text = attempt.text().id();
    if (mayPass(refused.refusal()) && attempt.attempts() < MOST_REFUSALS) {
      outbox.again(facility, text, now.plus(backoff(attempt.attempts())), now);
    } else {
      outbox.refused(facility, text, refused.errorCode(), now);
    }
    refusals.heed(facility, text, refused.errorCode(), refused.refusal());
  }

  private static boolean mayPass(Refusal refusal) {
    return switch (refusal) {
      case TRANSIENT, SLOW_DOWN, PAUSE_ACCOUNT, STOP_AND_TELL_OPERATOR -> true;
      case PERMANENT_FOR_NUMBER, OPTED_OUT, UNKNOWN_CAUSE -> false;
    };
  }

  private static Duration backoff(int attempts) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 10));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }
}
