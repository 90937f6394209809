package org.homeward.sms.sandbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.homeward.sms.OptOutType;
import org.jspecify.annotations.Nullable;

/** Takes texts from the service and from phones, and sends them on their way. */
final class Switchboard {

  private final Texts texts;
  private final Keywords keywords;
  private final Failures failures;
  private final Deliveries deliveries;
  private final Webhook webhook;
  private final Executor executor;
  private final InstantSource clock;

  Switchboard(
      Texts texts,
      Keywords keywords,
      Failures failures,
      Deliveries deliveries,
      Webhook webhook,
      Executor executor,
      InstantSource clock) {
    this.texts = texts;
    this.keywords = keywords;
    this.failures = failures;
    this.deliveries = deliveries;
    this.webhook = webhook;
    this.executor = executor;
    this.clock = clock;
  }

  /** Texts that were under way when the carrier was last closed. */
  void resume() {
    texts.all().stream()
        .filter(SandboxText::underWay)
        .forEach(text -> deliveries.begin(text, Delivery.UNDISTURBED));
  }

  boolean stopped(String phone, String sender) {
    return keywords.stopped(phone, numberOf(sender));
  }

  SandboxText take(
      String sender,
      String phone,
      String body,
      @Nullable URI statusCallback,
      SandboxText.Kept kept) {
    SandboxText text =
        SandboxText.toPhone(
            newSid(),
            phone,
            numberOf(sender),
            sender.startsWith("MG") ? sender : null,
            body,
            statusCallback,
            kept,
            clock.instant());
    texts.add(text);
    deliveries.begin(text, Delivery.from(failures));
    return text;
  }

  /** The number of ours that last texted the phone. */
  Optional<SandboxText> lastTo(String phone) {
    return texts.of(phone).stream().filter(SandboxText::toPhone).reduce((first, last) -> last);
  }

  SandboxText receive(String phone, String number, String body) {
    Optional<OptOutType> keyword = keywords.recognise(body);
    SandboxText text =
        SandboxText.fromPhone(
            newSid(),
            phone,
            number,
            serviceOf(number),
            body,
            keyword.orElse(null),
            clock.instant());
    boolean restarts = keywords.stopped(phone, number);
    texts.add(text);
    keywords.apply(text);
    boolean twice = failures.take(Failure.Kind.INBOUND_TWICE).isPresent();
    if (failures.take(Failure.Kind.INBOUND_LOST).isPresent()) {
      texts.change(text.sid(), now -> now.withWebhook("kept from Homeward"));
    } else {
      executor.execute(() -> tell(text, twice));
    }
    keyword
        .filter(word -> word != OptOutType.START || restarts)
        .ifPresent(word -> take(number, phone, Keywords.reply(word), null, SandboxText.Kept.ALL));
    return text;
  }

  private void tell(SandboxText text, boolean twice) {
    try {
      String outcome = webhook.inbound(text);
      if (twice) {
        webhook.inbound(text);
      }
      texts.change(text.sid(), now -> now.withWebhook(outcome));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable String serviceOf(String number) {
    return texts.all().stream()
        .filter(text -> text.service() != null && text.number().equals(number))
        .map(SandboxText::service)
        .findFirst()
        .orElse(null);
  }

  /** A messaging service picks a number and stays with it; here each has one. */
  static String numberOf(String sender) {
    return sender.startsWith("MG")
        ? "+1202555" + (1000 + Math.floorMod(sender.hashCode(), 9000))
        : sender;
  }

  private static String newSid() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }
}
