package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.sms.Refusal;
import org.homeward.sms.SendOutcome;
import org.homeward.sms.StatusReport;

/** What follows from a carrier's answer: for the text, for its number, sender and account. */
public final class Refusals {
  private static final int MOST_REFUSALS = 8;

  /** Twilio's code for HTTP 429. */
  private static final int TOO_MANY_REQUESTS = 20429;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration SLOWER = Duration.ofSeconds(30);
  private static final Duration ACCOUNT_PAUSE = Duration.ofHours(1);

  /** A phone that is off is on again after a while. */
  private static final Duration BEFORE_A_REPETITION = Duration.ofHours(1);

  private final Outbox outbox;
  private final Traffic traffic;
  private final Suppressions suppressions;
  private final Operator operator;
  private final Ids ids;
  private final InstantSource clock;

  public Refusals(
      Outbox outbox,
      Traffic traffic,
      Suppressions suppressions,
      Operator operator,
      Ids ids,
      InstantSource clock) {
    this.outbox = outbox;
    this.traffic = traffic;
    this.suppressions = suppressions;
    this.operator = operator;
    this.ids = ids;
    this.clock = clock;
  }

  /** What becomes of the text itself. */
  Settlement settlementOf(SendOutcome outcome, int attempts, Instant now) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted ->
          new Settlement.Taken(
              new StatusReport(accepted.carrierId(), accepted.status(), Optional.empty()));
      case SendOutcome.Refused refused ->
          passes(refused.refusal()) && attempts < MOST_REFUSALS
              ? new Settlement.Again(now.plus(backoff(attempts)))
              : new Settlement.Refused(refused.errorCode());
      case SendOutcome.Throttled throttled ->
          new Settlement.Again(now.plus(throttled.retryAfter().orElse(backoff(attempts))));
      case SendOutcome.Unknown unknown -> new Settlement.Doubtful();
    };
  }

  /** Does what the answers of one sender's batch ask for, the same thing once. */
  void heed(FacilityId facility, String sender, Map<TextId, SendOutcome> outcomes) {
    Map<Integer, Refusal> ofSender = new LinkedHashMap<>();
    Instant now = clock.instant();
    Instant patience = now;
    for (var answer : outcomes.entrySet()) {
      switch (answer.getValue()) {
        case SendOutcome.Refused(int code, Refusal refusal) when refusal == Refusal.OPTED_OUT ->
            optedOut(facility, answer.getKey(), code);
        case SendOutcome.Refused(int code, Refusal refusal) -> ofSender.put(code, refusal);
        case SendOutcome.Throttled throttled -> {
          Instant until = now.plus(throttled.retryAfter().orElse(SLOWER));
          patience = until.isAfter(patience) ? until : patience;
        }
        case SendOutcome.Accepted accepted -> {}
        case SendOutcome.Unknown unknown -> {}
      }
    }
    ofSender.forEach((code, refusal) -> heed(facility, sender, code, refusal));
    if (patience.isAfter(now)) {
      traffic.slowDown(facility, sender, TOO_MANY_REQUESTS, patience, now);
    }
  }

  /** A report that says, after the carrier had taken it, that a text did not arrive. */
  void heedReport(FacilityId facility, TextId text, int errorCode, Refusal refusal) {
    if (refusal == Refusal.OPTED_OUT) {
      optedOut(facility, text, errorCode);
      return;
    }
    outbox.senderOf(facility, text).ifPresent(sender -> heed(facility, sender, errorCode, refusal));
    if (passes(refusal) && refusal != Refusal.STOP_AND_TELL_OPERATOR) {
      Instant now = clock.instant();
      outbox.repeat(facility, text, new TextId(ids.next()), now.plus(BEFORE_A_REPETITION), now);
    }
  }

  private void optedOut(FacilityId facility, TextId text, int errorCode) {
    suppressions.suppressRecipient(facility, text, "carrier:" + errorCode, clock.instant());
  }

  private void heed(FacilityId facility, String sender, int errorCode, Refusal refusal) {
    Instant now = clock.instant();
    switch (refusal) {
      case SLOW_DOWN -> traffic.slowDown(facility, sender, errorCode, now.plus(SLOWER), now);
      case STOP_AND_TELL_OPERATOR -> {
        traffic.stop(facility, sender, errorCode, now);
        operator.tell(facility, errorCode, refusal);
      }
      case PAUSE_ACCOUNT -> {
        traffic.pauseAccount(errorCode, now.plus(ACCOUNT_PAUSE));
        operator.tell(facility, errorCode, refusal);
      }
      case OPTED_OUT, PERMANENT_FOR_NUMBER, TRANSIENT, UNKNOWN_CAUSE -> {}
    }
  }

  /** Whether the same text may go another time. */
  private static boolean passes(Refusal refusal) {
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
