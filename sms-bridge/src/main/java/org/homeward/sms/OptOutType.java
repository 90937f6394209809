package org.homeward.sms;

/** What the carrier took an inbound text to be, when it handles keywords itself. */
public enum OptOutType {
  STOP,
  START,
  HELP
}
