package org.homeward.sms.twilio;

import org.homeward.sms.Refusal;

/**
 * What Twilio's error codes ask of us (twilio.com/docs/api/errors). The same codes come back from
 * sending and in status reports.
 */
public final class TwilioErrors {

  private TwilioErrors() {}

  public static Refusal refusal(int errorCode) {
    return switch (errorCode) {
      case 21211, // not a phone number
          21614, // not a mobile number
          21635, // a landline
          30005, // unknown or no longer in service
          30006 // a landline, or a carrier that cannot be reached
          ->
          Refusal.PERMANENT_FOR_NUMBER;
      case 21610 -> Refusal.OPTED_OUT;
      case 30003, // the phone is off or out of reach
          30017 // congestion at the carrier
          ->
          Refusal.TRANSIENT;
      case 20003, // wrong credentials
          21408, // the region is not enabled
          21603, // no sender
          21606, // the sender is not ours or cannot text
          30002, // the account is suspended
          30007, // filtered by a carrier
          30032, // the toll-free number is not verified
          30034 // the number is not registered (A2P 10DLC)
          ->
          Refusal.STOP_AND_TELL_OPERATOR;
      case 20429, // too many requests
          21611, // this sender's queue is full
          30001, // the queue overflowed
          30022 // the campaign's rate limit
          ->
          Refusal.SLOW_DOWN;
      case 63038 -> Refusal.PAUSE_ACCOUNT;
      default -> Refusal.UNKNOWN_CAUSE;
    };
  }
}
