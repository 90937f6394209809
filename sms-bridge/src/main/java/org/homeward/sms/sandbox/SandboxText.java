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
    @Nullable String webhook) {

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
        null);
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
        null);
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
        webhook);
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
        outcome);
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
