package org.homeward.sms.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/** Brings texts to their phones, one status after the other, and reports each. */
final class Deliveries {

  private static final List<String> COURSE = List.of("accepted", "queued", "sent");

  private final Texts texts;
  private final Webhook webhook;
  private final Executor executor;
  private final InstantSource clock;
  private final Duration pace;

  Deliveries(Texts texts, Webhook webhook, Executor executor, InstantSource clock, Duration pace) {
    this.texts = texts;
    this.webhook = webhook;
    this.executor = executor;
    this.clock = clock;
    this.pace = pace;
  }

  void begin(SandboxText text, Delivery delivery) {
    executor.execute(
        () -> {
          try {
            deliver(text, delivery);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void deliver(SandboxText text, Delivery delivery) throws InterruptedException {
    List<String> course = course(text, delivery);
    for (String status : course) {
      Thread.sleep(pace);
      Integer code = status.equals("undelivered") ? delivery.errorCode() : null;
      texts.change(text.sid(), now -> now.with(status, code, clock.instant()));
      if (!delivery.heldBack()) {
        report(text, status, delivery);
      }
    }
    if (delivery.heldBack()) {
      Thread.sleep(delivery.late());
      for (String status : delivery.outOfOrder() ? course.reversed() : course) {
        report(text, status, delivery);
      }
    }
  }

  /** What is still ahead of the text; a text found queued after a restart starts from there. */
  private static List<String> course(SandboxText text, Delivery delivery) {
    int from = Math.max(1, COURSE.indexOf(text.status()));
    List<String> ahead = new java.util.ArrayList<>(COURSE.subList(from, COURSE.size()));
    ahead.add(delivery.end());
    return ahead;
  }

  private void report(SandboxText text, String status, Delivery delivery)
      throws InterruptedException {
    SandboxText now = texts.find(text.sid()).orElse(text);
    webhook.status(now, status);
    if (delivery.twice()) {
      webhook.status(now, status);
    }
  }
}
