package org.homeward.sms.sandbox;

import java.time.Duration;

/**
 * Something that the sandbox carrier is told to do wrong.
 *
 * @param code Twilio's error code, where the kind has one
 * @param delay how long, where the kind waits
 * @param times how many requests it befalls; 0 means until it is cleared
 */
public record Failure(Kind kind, int code, Duration delay, int times) {

  /** One failure of each kind can be set at a time. */
  public enum Kind {
    /** 429 with Retry-After: the text is not taken. */
    THROTTLED,
    /** 500: the text is not taken. */
    ERROR,
    /** 4xx with an error code: the text is not taken. */
    REFUSED,
    /** 500, but the text is taken, and delivered. */
    ERROR_AFTER_ACCEPTING,
    /** No answer, but the text is taken, and delivered. */
    TIME_OUT_AFTER_ACCEPTING,
    /** Taken, and reported as undelivered with an error code. */
    UNDELIVERED,
    CALLBACKS_LATE,
    CALLBACKS_TWICE,
    CALLBACKS_OUT_OF_ORDER,
    /** A text from a phone is posted to the webhook twice. */
    INBOUND_TWICE,
    /** A text from a phone is not posted at all: only a listing shows it. */
    INBOUND_LOST,
    /** 500 when texts are listed. */
    LISTING_ERROR
  }

  public static final int UNTIL_CLEARED = 0;

  public Failure {
    if (times < 0 || delay.isNegative() || delay.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("A failure befalls 0 or more requests, for up to an hour");
    }
    if ((kind == Kind.REFUSED || kind == Kind.UNDELIVERED) && (code < 10000 || code > 99999)) {
      throw new IllegalArgumentException("An error code has five digits");
    }
  }

  public static Failure throttled(Duration retryAfter) {
    return new Failure(Kind.THROTTLED, 20429, retryAfter, UNTIL_CLEARED);
  }

  public static Failure refused(int code) {
    return new Failure(Kind.REFUSED, code, Duration.ZERO, UNTIL_CLEARED);
  }

  public static Failure undelivered(int code) {
    return new Failure(Kind.UNDELIVERED, code, Duration.ZERO, UNTIL_CLEARED);
  }

  public static Failure callbacksLate(Duration delay) {
    return new Failure(Kind.CALLBACKS_LATE, 0, delay, UNTIL_CLEARED);
  }

  /** A failure of a kind that has neither code nor delay. */
  public static Failure of(Kind kind) {
    return new Failure(kind, 0, Duration.ZERO, UNTIL_CLEARED);
  }

  /** The same, for the next so many requests only. */
  public Failure next(int requests) {
    return new Failure(kind, code, delay, requests);
  }
}
