package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.homeward.facility.Facility;
import org.homeward.sms.Carrier;
import org.homeward.sms.CarrierUnavailable;
import org.homeward.sms.ReceivedText;

/**
 * Collects the replies whose webhook was lost: a carrier brings one again only when it could not
 * connect, so that an answer of 500 or a wrong address loses it. They go through the same inbox,
 * where what came by its webhook is already.
 */
public final class Collector {
  /** How far the carrier's clock may be from ours, and how late it may list a text. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private final Inbox inbox;
  private final Carrier carrier;
  private final Bell bell;
  private final Operator operator;
  private final InstantSource clock;

  public Collector(
      Inbox inbox, Carrier carrier, Bell bell, Operator operator, InstantSource clock) {
    this.inbox = inbox;
    this.carrier = carrier;
    this.bell = bell;
    this.operator = operator;
    this.clock = clock;
  }

  public void run(Facility facility) {
    int missed = 0;
    for (String sender : facility.senders()) {
      missed += collect(facility, sender);
    }
    if (missed > 0) {
      operator.missed(facility.id(), missed);
      bell.ring(facility.id());
    }
  }

  /** What came before the first look is nothing of ours. */
  private int collect(Facility facility, String sender) {
    Instant now = clock.instant();
    Optional<Instant> collected = inbox.collectedUntil(facility.id(), sender);
    int missed = 0;
    if (collected.isPresent()) {
      List<ReceivedText> held;
      try {
        held = carrier.received(sender, collected.get().minus(SLACK));
      } catch (CarrierUnavailable e) {
        return 0;
      }
      missed = (int) held.stream().filter(text -> store(facility, text, now)).count();
    }
    inbox.collected(facility.id(), sender, now);
    return missed;
  }

  private boolean store(Facility facility, ReceivedText received, Instant now) {
    Instant at = received.receivedAt().isBefore(now) ? received.receivedAt() : now;
    return inbox.store(facility.id(), received.text(), at);
  }
}
