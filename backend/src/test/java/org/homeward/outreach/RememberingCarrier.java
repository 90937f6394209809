package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.homeward.sms.Carrier;
import org.homeward.sms.CarrierText;
import org.homeward.sms.DeliveryStatus;
import org.homeward.sms.OutboundText;
import org.homeward.sms.ReceivedText;
import org.homeward.sms.Refusal;
import org.homeward.sms.SendOutcome;

/** Takes most texts, now and then without saying so, and remembers what it took. */
final class RememberingCarrier implements Carrier {
  /** A text that reached a phone. */
  record Taken(UUID id, String recipient, String body, Instant at, Duration validity) {}

  private final InstantSource clock;
  private final Random random;
  private final List<Taken> taken = new ArrayList<>();
  private final List<CarrierText> held = new ArrayList<>();

  RememberingCarrier(InstantSource clock, Random random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized SendOutcome send(OutboundText text) {
    int roll = random.nextInt(1000);
    if (roll < 15) {
      return new SendOutcome.Unknown("It was lost on the way");
    }
    if (roll < 25) {
      return new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(30)));
    }
    if (roll < 30) {
      return new SendOutcome.Refused(21211, Refusal.PERMANENT_FOR_NUMBER);
    }
    String id = take(text);
    return roll < 45
        ? new SendOutcome.Unknown("The answer was lost")
        : new SendOutcome.Accepted(id, DeliveryStatus.SENT);
  }

  private String take(OutboundText text) {
    Instant now = clock.instant();
    String id = "SM" + text.messageId().toString().replace("-", "") + held.size();
    taken.add(new Taken(text.messageId(), text.recipient(), text.body(), now, text.validity()));
    held.add(
        new CarrierText(
            id,
            text.sender(),
            text.recipient(),
            text.body(),
            DeliveryStatus.SENT,
            now,
            Optional.empty()));
    return id;
  }

  @Override
  public synchronized List<CarrierText> texts(String sender, String recipient, Instant since) {
    return held.stream()
        .filter(text -> text.sender().equals(sender) && text.recipient().equals(recipient))
        .filter(text -> !text.createdAt().isBefore(since))
        .toList();
  }

  @Override
  public List<ReceivedText> received(String sender, Instant since) {
    return List.of();
  }

  @Override
  public boolean showsItsTexts() {
    return true;
  }

  synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }
}
