package org.homeward.sms;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to send ended. */
public sealed interface SendOutcome {

  /** The carrier has it. {@code carrierId} is the carrier's own name of the text. */
  record Accepted(String carrierId, DeliveryStatus status) implements SendOutcome {}

  /** The carrier definitely did not take it. */
  record Refused(int errorCode, Refusal refusal) implements SendOutcome {}

  /** Not processed: safe to send again, later. */
  record Throttled(Optional<Duration> retryAfter) implements SendOutcome {}

  /**
   * It may have been sent, and may not. Never send it again before {@link Carrier#texts} has shown
   * that the carrier does not hold it. {@code reason} carries no phone number and no text.
   */
  record Unknown(String reason) implements SendOutcome {}
}
