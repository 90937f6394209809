package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.discharge.Standing;
import org.homeward.outreach.Outbox.Waiting;
import org.homeward.plan.Caps;
import org.homeward.plan.Hold;
import org.homeward.plan.PatientHours;
import org.homeward.plan.Rule;

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
  record Later(Instant notBefore, String because) implements Clearance {
    Later(Hold hold) {
      this(hold.until(), hold.rule().code());
    }
  }

  Duration VALIDITY = Duration.ofHours(4);

  /** With less of the window left, the carrier could not keep within it. */
  Duration LEAST_VALIDITY = Duration.ofMinutes(1);

  /** So soon after a patient's text it is an answer, and goes at any hour. */
  Duration STILL_AN_ANSWER = Duration.ofMinutes(5);

  static Clearance of(Waiting text, PatientHours hours, Caps caps, Instant now) {
    if (text.suppressed() && text.purpose() != Purpose.STOP_CONFIRMATION) {
      return new Withhold("suppressed");
    }
    return text.conversation()
        .flatMap(conversation -> objection(text, conversation))
        .<Clearance>map(Withhold::new)
        .orElseGet(() -> atThisHour(text, hours, caps, now));
  }

  private static Optional<String> objection(Waiting text, Waiting.Situation conversation) {
    // Whoever speaks of danger is answered, whatever became of the discharge.
    if (text.purpose() == Purpose.EMERGENCY) {
      return Optional.empty();
    }
    if (conversation.discharge() != Standing.ACTIVE) {
      return Optional.of("discharge-" + conversation.discharge().code());
    }
    if (!conversation.consented()) {
      return Optional.of("no-consent");
    }
    if (text.purpose().asks() && conversation.state() != Conversation.State.ASKING) {
      return Optional.of("conversation-" + conversation.state().code());
    }
    // It asks a question that stood open when it was written, and may have been answered since.
    boolean answered = text.heardAt().filter(heard -> heard.isAfter(text.createdAt())).isPresent();
    return text.purpose() == Purpose.REMINDER && answered
        ? Optional.of("answered")
        : Optional.empty();
  }

  private static Clearance atThisHour(Waiting text, PatientHours hours, Caps caps, Instant now) {
    Optional<Hold> cap =
        text.purpose().starts() ? caps.hold(text.started(), now, hours) : Optional.empty();
    if (cap.isPresent()) {
      return new Later(cap.get());
    }
    boolean answer =
        !text.purpose().starts()
            && text.heardAt().filter(at -> at.plus(STILL_AN_ANSWER).isAfter(now)).isPresent();
    if (answer || text.hourWaived() || text.purpose() == Purpose.EMERGENCY) {
      return new Send(VALIDITY);
    }
    return withinHours(hours, now);
  }

  private static Clearance withinHours(PatientHours hours, Instant now) {
    if (!hours.allow(now)) {
      return new Later(new Hold(hours.next(now), Rule.QUIET_HOURS));
    }
    // The carrier, too, must not deliver it after hours.
    Duration left = hours.left(now);
    return left.compareTo(LEAST_VALIDITY) < 0
        ? new Later(new Hold(hours.next(now.plus(left)), Rule.QUIET_HOURS))
        : new Send(left.compareTo(VALIDITY) < 0 ? left : VALIDITY);
  }
}
