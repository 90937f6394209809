package org.homeward.sms.twilio;

/** A request that may or may not have been processed. The message quotes nothing of it. */
final class NoAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoAnswer(String reason) {
    super(reason);
  }
}
