package org.homeward.sms.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An account at Twilio, or at the sandbox carrier.
 *
 * @param apiUrl where the API is, when it is not Twilio's own; only the origin counts
 * @param timeout how long one request may take, from connecting to the last byte
 */
public record TwilioAccount(
    String accountSid, String authToken, Optional<URI> apiUrl, Duration timeout) {

  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

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
