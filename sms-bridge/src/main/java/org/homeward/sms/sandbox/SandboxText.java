package org.homeward.sms.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.homeward.sms.OptOutType;
import org.jspecify.annotations.Nullable;

/**
 * A text at the sandbox carrier, in either direction.
 *
 * @param phone the patient's phone
 * @param number our number
 * @param service the messaging service that it was sent through
 * @param status in Twilio's words
 * @param sentAt when it left for the phone
 * @param kept what is shown to those who list it; the phone has it whole
 * @param webhook how the inbound webhook ended, for the page
 */
public record SandboxText(
    String sid,
    Direction direction,
    String phone,
    String number,
    @Nullable String service,
    String body,
    String status,
    @Nullable Integer errorCode,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable URI statusCallback,
    @Nullable OptOutType optOut,
    @Nullable String webhook,
    Kept kept) {

  /** What a listing shows of it. */
  public record Kept(boolean words, boolean number) {
    static final Kept ALL = new Kept(true, true);
  }

  public enum Direction {
    TO_PHONE,
    FROM_PHONE
  }

  private static final Set<String> FINAL = Set.of("delivered", "undelivered", "failed");

  static SandboxText toPhone(
      String sid,
      String phone,
      String number,
      @Nullable String service,
      String body,
      @Nullable URI statusCallback,
      Kept kept,
      Instant at) {
    return new SandboxText(
        sid,
        Direction.TO_PHONE,
        phone,
        number,
        service,
        body,
        service == null ? "queued" : "accepted",
        null,
        at,
        null,
        statusCallback,
        null,
        null,
        kept);
  }

  static SandboxText fromPhone(
      String sid,
      String phone,
      String number,
      @Nullable String service,
      String body,
      @Nullable OptOutType optOut,
      Instant at) {
    return new SandboxText(
        sid,
        Direction.FROM_PHONE,
        phone,
        number,
        service,
        body,
        "received",
        null,
        at,
        at,
        null,
        optOut,
        null,
        Kept.ALL);
  }

  SandboxText with(String newStatus, @Nullable Integer newErrorCode, Instant at) {
    Instant left = sentAt == null && newStatus.equals("sent") ? at : sentAt;
    return new SandboxText(
        sid,
        direction,
        phone,
        number,
        service,
        body,
        newStatus,
        newErrorCode,
        createdAt,
        left,
        statusCallback,
        optOut,
        webhook,
        kept);
  }

  SandboxText withWebhook(String outcome) {
    return new SandboxText(
        sid,
        direction,
        phone,
        number,
        service,
        body,
        status,
        errorCode,
        createdAt,
        sentAt,
        statusCallback,
        optOut,
        outcome,
        kept);
  }

  boolean toPhone() {
    return direction == Direction.TO_PHONE;
  }

  boolean underWay() {
    return toPhone() && !FINAL.contains(status);
  }

  String from() {
    return toPhone() ? number : phone;
  }

  String to() {
    return toPhone() ? phone : number;
  }
}
