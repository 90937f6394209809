package org.homeward.sms;

import java.util.Optional;

/**
 * A text that a phone sent us.
 *
 * @param carrierId the carrier's name of the text: the same one can be delivered more than once
 * @param sender the phone's number, E.164
 * @param recipient the number of ours that it was sent to, E.164
 * @param body as it was written, untrimmed; empty for a picture alone
 * @param optOut present when the carrier has recognised a keyword and replied by itself: do not
 *     reply
 */
public record InboundText(
    String carrierId,
    String sender,
    String recipient,
    String body,
    int mediaCount,
    Optional<OptOutType> optOut,
    Optional<String> service) {

  public InboundText(
      String carrierId,
      String sender,
      String recipient,
      String body,
      int mediaCount,
      Optional<OptOutType> optOut) {
    this(carrierId, sender, recipient, body, mediaCount, optOut, Optional.empty());
  }

  /** Shows neither number nor text, so that it can be logged. */
  @Override
  public String toString() {
    return "InboundText[" + carrierId + "]";
  }
}
