package org.homeward.sms;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/**
 * A text to be sent.
 *
 * @param messageId our own id of the text; it is never shown to the recipient
 * @param sender an E.164 number, or a messaging service ({@code MG…})
 * @param recipient an E.164 number
 * @param validity how long the carrier may hold the text before giving up: 1 second to 10 hours
 * @param statusCallback where the carrier reports the text's status; names the message, since a
 *     report can arrive before {@link Carrier#send} returns
 */
public record OutboundText(
    UUID messageId,
    String sender,
    String recipient,
    String body,
    Duration validity,
    URI statusCallback) {

  /** The most that Twilio holds a text. */
  public static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

  public OutboundText {
    if (!sender.startsWith("+") && !sender.startsWith("MG")) {
      throw new IllegalArgumentException("The sender is neither a number nor a messaging service");
    }
    if (!recipient.startsWith("+")) {
      throw new IllegalArgumentException("The recipient is not an E.164 number");
    }
    if (body.isBlank()) {
      throw new IllegalArgumentException("The text is empty");
    }
    if (validity.toSeconds() < 1 || validity.compareTo(LONGEST_VALIDITY) > 0) {
      throw new IllegalArgumentException("A text is valid for 1 second to 10 hours");
    }
  }

  public boolean throughMessagingService() {
    return sender.startsWith("MG");
  }

  /** Shows neither number nor text, so that it can be logged. */
  @Override
  public String toString() {
    return "OutboundText[" + messageId + "]";
  }
}
