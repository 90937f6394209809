package org.homeward.outreach;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.homeward.facility.Facility;
import org.homeward.outreach.Outbox.Attempt;
import org.homeward.outreach.Outbox.Batch;
import org.homeward.sms.Carrier;
import org.homeward.sms.OutboundText;
import org.homeward.sms.SendOutcome;

/**
 * Takes the waiting texts to the carrier: one attempt each, written down before it is made, outside
 * any transaction. Many may work at once, here and in other copies of the service.
 */
public final class Courier {
  private static final int BATCH = 50;
  private static final int BATCHES_AT_ONCE = 4;

  /** Other facilities have texts too, and a service that stops should not wait for all of ours. */
  private static final Duration LONGEST_VISIT = Duration.ofSeconds(10);

  /**
   * Whoever has slept since the claim does not call any more: others may have given it up by now,
   * and looked it up. Less than {@link Reconciler.Patience}'s.
   */
  private static final Duration CLAIM_HOLDS = Duration.ofSeconds(10);

  private final Outbox outbox;
  private final Traffic traffic;
  private final Carrier carrier;
  private final Refusals refusals;
  private final HouseRules rules;
  private final URI publicUrl;
  private final InstantSource clock;

  /** Lines to the carrier. They are had before the claim, so that no claimed text waits for one. */
  private final Semaphore lines = new Semaphore(BATCH * BATCHES_AT_ONCE, true);

  public Courier(
      Outbox outbox,
      Traffic traffic,
      Carrier carrier,
      Refusals refusals,
      HouseRules rules,
      URI publicUrl,
      InstantSource clock) {
    this.outbox = outbox;
    this.traffic = traffic;
    this.carrier = carrier;
    this.refusals = refusals;
    this.rules = rules;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  public void run(Facility facility) {
    Instant until = clock.instant().plus(LONGEST_VISIT);
    HouseRules.InForce inForce = rules.at(facility);
    for (String sender : outbox.sendersWithTextsDue(facility.id(), clock.instant())) {
      if (goOn(facility, sender, inForce)) {
        AtOnce.each(
            BATCHES_AT_ONCE,
            () -> {
              while (clock.instant().isBefore(until) && goOn(facility, sender, inForce)) {}
            });
      }
    }
  }

  /** One batch; false when there is nothing more to do for now. */
  private boolean goOn(Facility facility, String sender, HouseRules.InForce inForce) {
    lines.acquireUninterruptibly(BATCH);
    try {
      int allowed = traffic.take(facility.id(), sender, BATCH, clock.instant());
      if (allowed == 0) {
        return false;
      }
      Instant now = clock.instant();
      Batch batch =
          outbox.claim(facility.id(), sender, allowed, now, text -> inForce.clear(text, now));
      if (batch.attempts().size() < allowed) {
        traffic.giveBack(facility.id(), sender, allowed - batch.attempts().size());
      }
      deliver(facility, sender, batch.attempts(), now);
      return !batch.isEmpty();
    } finally {
      lines.release(BATCH);
    }
  }

  private void deliver(Facility facility, String sender, List<Attempt> attempts, Instant claimed) {
    if (attempts.isEmpty()) {
      return;
    }
    List<SendOutcome> outcomes =
        AtOnce.all(attempts.stream().map(attempt -> call(facility, attempt, claimed)).toList());
    Instant now = clock.instant();
    Map<TextId, Settlement> settlements = new LinkedHashMap<>();
    Map<TextId, SendOutcome> answers = new LinkedHashMap<>();
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      SendOutcome outcome = outcomes.get(i);
      settlements.put(attempt.text().id(), refusals.settlementOf(outcome, attempt.attempts(), now));
      answers.put(attempt.text().id(), outcome);
    }
    outbox.settle(facility.id(), settlements, now);
    refusals.heed(facility.id(), sender, answers);
  }

  private Callable<SendOutcome> call(Facility facility, Attempt attempt, Instant claimed) {
    OutgoingText text = attempt.text();
    OutboundText outbound =
        new OutboundText(
            text.id().value(),
            text.sender(),
            text.recipient().e164(),
            text.body(),
            attempt.clearance().validity(),
            new StatusCallback(facility.id(), text.id()).under(publicUrl));
    return () ->
        clock.instant().isBefore(claimed.plus(CLAIM_HOLDS))
            ? carrier.send(outbound)
            : new SendOutcome.Unknown("The claim is too old to be acted on");
  }
}
