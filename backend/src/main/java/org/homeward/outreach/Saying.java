package org.homeward.outreach;

import org.homeward.survey.Item;

/**
 * One thing that we say to a patient: what for, and under which key the catalogue words it. It has
 * no room for a name, a ward, a diagnosis or a drug.
 */
public record Saying(Purpose purpose, String key) {
  /** Carries the first question. */
  public static final Saying INVITATION = new Saying(Purpose.INVITATION, "sms.invitation");

  /** Stands before the question that is open. */
  public static final Saying REMINDER = new Saying(Purpose.REMINDER, "sms.reminder");

  public static final Saying CLARIFICATION = new Saying(Purpose.CLARIFICATION, "sms.clarify");
  public static final Saying THANKS = new Saying(Purpose.THANKS, "sms.thanks");
  public static final Saying STOPPED = new Saying(Purpose.STOP_CONFIRMATION, "sms.stopped");
  public static final Saying STARTED = new Saying(Purpose.START_CONFIRMATION, "sms.started");
  public static final Saying HELP = new Saying(Purpose.HELP, "sms.help");
  public static final Saying HELP_WITHOUT_CALLBACK =
      new Saying(Purpose.HELP, "sms.help.no-callback");
  public static final Saying CLOSED = new Saying(Purpose.CLOSED, "sms.closed");

  public static Saying question(Item item) {
    return new Saying(Purpose.QUESTION, "sms.question." + item.code());
  }
}
