package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.homeward.facility.FacilityId;
import org.homeward.sms.Refusal;

/** Does what a carrier's error code asks for, beyond the text that met it. */
public final class Refusals {
  private static final Duration SLOWER = Duration.ofSeconds(30);
  private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofMinutes(15);
  private static final Duration ACCOUNT_PAUSE = Duration.ofHours(1);

  private final Outbox outbox;
  private final Suppressions suppressions;
  private final Operator operator;
  private final InstantSource clock;

  public Refusals(
      Outbox outbox, Suppressions suppressions, Operator operator, InstantSource clock) {
    this.outbox = outbox;
    this.suppressions = suppressions;
    this.operator = operator;
    this.clock = clock;
  }

  public void heed(FacilityId facility, TextId text, int errorCode, Refusal refusal) {
    Instant now = clock.instant();
    switch (refusal) {
      case OPTED_OUT -> suppressions.suppressRecipient(facility, text, "carrier:" + errorCode, now);
      case SLOW_DOWN -> outbox.pause(facility, now.plus(SLOWER), now);
      case STOP_AND_TELL_OPERATOR -> {
        outbox.pause(facility, now.plus(UNTIL_SOMEBODY_LOOKS), now);
        operator.tell(facility, errorCode, refusal);
      }
      case PAUSE_ACCOUNT -> {
        outbox.pause(facility, now.plus(ACCOUNT_PAUSE), now);
        operator.tell(facility, errorCode, refusal);
      }
      case PERMANENT_FOR_NUMBER, TRANSIENT, UNKNOWN_CAUSE -> {}
    }
  }
}
