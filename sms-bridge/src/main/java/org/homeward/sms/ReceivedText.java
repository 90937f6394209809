package org.homeward.sms;

import java.time.Instant;

/**
 * A text from a phone as the carrier holds it. Whether the carrier has answered a keyword by itself
 * is not among what it keeps.
 *
 * @param receivedAt by the carrier's clock, which may be in whole seconds
 */
public record ReceivedText(InboundText text, Instant receivedAt) {}
