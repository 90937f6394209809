package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.homeward.discharge.Standing;
import org.homeward.outreach.Outbox.Waiting;

/** Whether a waiting text may go now. The last word before the carrier. */
public sealed interface Clearance {

  /**
   * It may.
   *
   * @param validity how long the carrier may hold it
   */
  record Send(Duration validity) implements Clearance {}

  record Withhold(String because) implements Clearance {}

  /**
   * It waits.
   *
   * @param because the rule that holds it
   */
  record Later(Instant notBefore, String because) implements Clearance {}

  Duration VALIDITY = Duration.ofHours(4);
  Duration LEAST_VALIDITY = Duration.ofMinutes(1);

  /** After so long it is no longer an answer to what the patient has just written. */
  Duration STILL_AN_ANSWER = Duration.ofMinutes(30);

  static Clearance of(Waiting text, SendWindow window, ZoneId zone, Instant now) {
    if (text.suppressed() && text.purpose() != Purpose.STOP_CONFIRMATION) {
      return new Withhold("suppressed");
    }
    return text.conversation()
        .flatMap(conversation -> objection(text.purpose(), conversation))
        .<Clearance>map(Withhold::new)
        .orElseGet(() -> atThisHour(text, window, zone, now));
  }

  private static Optional<String> objection(Purpose purpose, Waiting.Situation conversation) {
    if (conversation.discharge() != Standing.ACTIVE) {
      return Optional.of("discharge-" + conversation.discharge().code());
    }
    if (!conversation.consented()) {
      return Optional.of("no-consent");
    }
    if (purpose.asks() && conversation.state() != Conversation.State.ASKING) {
      return Optional.of("conversation-" + conversation.state().code());
    }
    return Optional.empty();
  }

  private static Clearance atThisHour(Waiting text, SendWindow window, ZoneId zone, Instant now) {
    boolean answer =
        text.purpose() != Purpose.INVITATION && text.createdAt().plus(STILL_AN_ANSWER).isAfter(now);
    if (answer || text.hourWaived()) {
      return new Send(VALIDITY);
    }
    if (!window.allows(now, zone)) {
      return new Later(window.nextAllowed(now, zone), "quiet-hours");
    }
    // The carrier, too, must not deliver it after hours.
    Duration left = window.left(now, zone);
    Duration shorter = left.compareTo(VALIDITY) < 0 ? left : VALIDITY;
    return new Send(shorter.compareTo(LEAST_VALIDITY) < 0 ? LEAST_VALIDITY : shorter);
  }
}
