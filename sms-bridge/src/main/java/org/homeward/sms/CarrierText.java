package org.homeward.sms;

import java.time.Instant;
import java.util.Optional;

/**
 * A text as the carrier holds it.
 *
 * @param sender the number or messaging service that it was sent through
 * @param createdAt by the carrier's clock, which may be in whole seconds
 * @param errorCode the carrier's own code, for one that failed
 */
public record CarrierText(
    String carrierId,
    String sender,
    String recipient,
    String body,
    DeliveryStatus status,
    Instant createdAt,
    Optional<Integer> errorCode) {

  /** Shows neither number nor text, so that it can be logged. */
  @Override
  public String toString() {
    return "CarrierText[" + carrierId + ", " + status + ", " + createdAt + "]";
  }
}
