package org.homeward.outreach;

import java.util.Optional;
import org.homeward.survey.Item;

/**
 * One thing that we say to a patient: what for, and under which key the catalogue words it. It has
 * no room for a name, a ward, a diagnosis or a drug.
 *
 * @param question the key of a question that is said within it
 */
public record Saying(Purpose purpose, String key, Optional<String> question) {
  /** Stands before the question that is open. */
  public static final Saying REMINDER = new Saying(Purpose.REMINDER, "sms.reminder");

  public static final Saying THANKS = new Saying(Purpose.THANKS, "sms.thanks");

  /** After the simpler words: the patient's own page, where there is one. */
  public static final Saying LINK = new Saying(Purpose.CLARIFICATION, "sms.link");

  public static final Saying LINK_MISSING = new Saying(Purpose.CLARIFICATION, "sms.no-link");
  public static final Saying PICTURE = new Saying(Purpose.CLARIFICATION, "sms.picture");
  public static final Saying STOPPED = new Saying(Purpose.STOP_CONFIRMATION, "sms.stopped");
  public static final Saying WRONG_PERSON =
      new Saying(Purpose.STOP_CONFIRMATION, "sms.wrong-person");
  public static final Saying STOPPED_IN_EMERGENCY =
      new Saying(Purpose.STOP_CONFIRMATION, "sms.stopped.emergency");
  public static final Saying STARTED = new Saying(Purpose.START_CONFIRMATION, "sms.started");
  public static final Saying HELP = new Saying(Purpose.HELP, "sms.help");
  public static final Saying HELP_WITHOUT_CALLBACK =
      new Saying(Purpose.HELP, "sms.help.no-callback");
  public static final Saying CLOSED = new Saying(Purpose.CLOSED, "sms.closed");
  public static final Saying EMERGENCY = new Saying(Purpose.EMERGENCY, "sms.emergency");

  public Saying(Purpose purpose, String key) {
    this(purpose, key, Optional.empty());
  }

  /** Carries the first question; one that was not understood at discharge is asked as such. */
  public static Saying invitation(Item item, boolean recalled) {
    return new Saying(
        Purpose.INVITATION,
        "sms.invitation",
        Optional.of(recalled ? "sms.recall." + item.code() : "sms.question." + item.code()));
  }

  public static Saying question(Item item) {
    return new Saying(Purpose.QUESTION, "sms.question." + item.code());
  }

  /** The same question in fewer and simpler words. */
  public static Saying simpler(Item item) {
    return new Saying(Purpose.CLARIFICATION, "sms.simpler." + item.code());
  }

  /** An answer was changed; the open question, if there is one, is asked again. */
  public static Saying changed(Optional<Item> open) {
    return new Saying(
        open.isPresent() ? Purpose.QUESTION : Purpose.THANKS,
        "sms.changed",
        open.map(item -> "sms.question." + item.code()));
  }
}
