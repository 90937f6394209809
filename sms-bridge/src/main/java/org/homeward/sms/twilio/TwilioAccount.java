package org.homeward.sms.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An account at Twilio, or at the sandbox carrier.
 *
 * @param apiUrl where the API is, when it is not Twilio's own; only the origin counts
 * @param timeout how long one request may take, from connecting to the last byte
 * @param retention what it is to forget of the texts that we send
 */
public record TwilioAccount(
    String accountSid,
    String authToken,
    Optional<URI> apiUrl,
    Duration timeout,
    Retention retention) {

  /**
   * What Twilio keeps of a text that we sent (twilio.com/docs/messaging/api/message-resource,
   * ContentRetention and AddressRetention).
   *
   * @param words whether the body can be read back
   * @param numbers whether the recipient's whole number can be
   */
  public record Retention(boolean words, boolean numbers) {
    public static final Retention EVERYTHING = new Retention(true, true);
  }

  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  public TwilioAccount(
      String accountSid, String authToken, Optional<URI> apiUrl, Duration timeout) {
    this(accountSid, authToken, apiUrl, timeout, Retention.EVERYTHING);
  }

  public TwilioAccount {
    if (accountSid.isBlank() || authToken.isBlank()) {
      throw new IllegalArgumentException("An account needs its SID and its auth token");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("The time-out is not positive");
    }
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "TwilioAccount[" + accountSid + ", " + apiUrl.map(URI::toString).orElse("twilio") + "]";
  }
}
