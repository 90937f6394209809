package org.homeward.outreach;

import java.util.Arrays;

/** What a text to a patient is for. */
public enum Purpose {
  INVITATION("invitation"),
  REMINDER("reminder"),
  QUESTION("question"),
  CLARIFICATION("clarification"),
  THANKS("thanks"),
  STOP_CONFIRMATION("stop-confirmation"),
  START_CONFIRMATION("start-confirmation"),
  HELP("help"),
  CLOSED("closed"),
  EMERGENCY("emergency");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Whether it only makes sense while its conversation waits for an answer. */
  public boolean asks() {
    return switch (this) {
      case INVITATION, REMINDER, QUESTION, CLARIFICATION -> true;
      case THANKS, STOP_CONFIRMATION, START_CONFIRMATION, HELP, CLOSED, EMERGENCY -> false;
    };
  }

  /** Whether we start it, rather than answer with it: caps and quiet hours bind it at any time. */
  public boolean starts() {
    return this == INVITATION || this == REMINDER;
  }

  public static Purpose of(String code) {
    return Arrays.stream(values())
        .filter(purpose -> purpose.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No text has the purpose " + code));
  }
}
