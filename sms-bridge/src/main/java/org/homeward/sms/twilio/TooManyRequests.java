package org.homeward.sms.twilio;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** HTTP 429: the request was not processed. twilio-java's own exception drops the header. */
final class TooManyRequests extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  TooManyRequests(@Nullable Duration retryAfter) {
    super("HTTP 429");
    this.retryAfter = retryAfter;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
