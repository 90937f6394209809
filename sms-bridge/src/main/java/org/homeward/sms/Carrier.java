package org.homeward.sms;

import java.time.Instant;
import java.util.List;

/** Whoever takes our texts to patients' phones. */
public interface Carrier {

  /**
   * One attempt. The adapter never repeats it, and answers within its time-out. Sending is not
   * idempotent: write down that the attempt is being made before calling, and see {@link
   * SendOutcome} for which outcomes may be followed by another attempt.
   */
  SendOutcome send(OutboundText text);

  /**
   * The texts that the carrier holds from the sender to the recipient, created since then, oldest
   * first, for reconciling an {@link SendOutcome.Unknown}. Empty means that the carrier answered
   * and holds none. {@code since} is held against the carrier's clock: ask from some minutes
   * earlier.
   *
   * @param sender as in {@link OutboundText}: a number, or a messaging service
   * @throws CarrierUnavailable when the list cannot be had; asking again is safe
   */
  List<CarrierText> texts(String sender, String recipient, Instant since);

  /**
   * Whether {@link #texts} shows what was sent as it was sent. Where the carrier is told to forget
   * words or addresses, it does not, and nothing can be learnt from not finding a text.
   */
  boolean showsItsTexts();

  /**
   * The texts from phones that the carrier holds for the sender, received since then, oldest first:
   * for finding those whose webhook was lost.
   *
   * @param sender as in {@link OutboundText}: a number, or a messaging service and all its numbers
   * @throws CarrierUnavailable when the list cannot be had; asking again is safe
   */
  List<ReceivedText> received(String sender, Instant since);
}
