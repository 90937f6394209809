package org.homeward.sms.twilio;

import java.util.Optional;
import org.homeward.sms.DeliveryStatus;

/** Twilio's words for how far a text has come. */
final class TwilioStatuses {

  private TwilioStatuses() {}

  /** Empty for words that tell us nothing, and for those that Twilio has yet to invent. */
  static Optional<DeliveryStatus> parse(String word) {
    return switch (word) {
      // "accepted" and "scheduled" are a messaging service's: no number has been chosen yet.
      case "accepted", "scheduled", "queued" -> Optional.of(DeliveryStatus.QUEUED);
      case "sending" -> Optional.of(DeliveryStatus.SENDING);
      case "sent" -> Optional.of(DeliveryStatus.SENT);
      case "delivered", "read" -> Optional.of(DeliveryStatus.DELIVERED);
      case "undelivered" -> Optional.of(DeliveryStatus.UNDELIVERED);
      case "failed", "canceled" -> Optional.of(DeliveryStatus.FAILED);
      default -> Optional.empty();
    };
  }
}
