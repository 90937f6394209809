package org.homeward.sms;

/** What a carrier's error code asks of us, at sending or in a later status report. */
public enum Refusal {
  /** The number will never take a text: do not try it again. */
  PERMANENT_FOR_NUMBER,
  /** The recipient has stopped this sender: write a suppression. */
  OPTED_OUT,
  /** May succeed later. */
  TRANSIENT,
  /** The carrier does not say why. */
  UNKNOWN_CAUSE,
  /**
   * Sending on does harm (filtering, missing registration, wrong credentials): a person must act.
   */
  STOP_AND_TELL_OPERATOR,
  /** This sender sends too fast. */
  SLOW_DOWN,
  /** The account's limit is reached: pause everything that goes through it. */
  PAUSE_ACCOUNT
}
