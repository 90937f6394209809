package org.homeward.outreach;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.homeward.facility.FacilityId;
import org.homeward.sms.InboundText;
import org.homeward.sms.OptOutType;
import org.homeward.survey.Item;

/** The texts that patients sent us. */
public interface Inbox {

  /**
   * A stored text.
   *
   * @param carrierId the carrier's name of it
   * @param sender the phone, as the carrier named it
   * @param recipient our number that it was sent to
   * @param media how many pictures came with it; they are not fetched
   */
  record IncomingText(
      String carrierId,
      String sender,
      String recipient,
      String body,
      int media,
      Optional<OptOutType> optOut,
      Instant receivedAt) {

    /** Shows neither number nor text. */
    @Override
    public String toString() {
      return "IncomingText[" + carrierId + "]";
    }
  }

  /**
   * What it was taken for, and in which conversation.
   *
   * @param comment the item that its words are kept as a comment on
   */
  record Heard(As as, Optional<ConversationId> conversation, Optional<Item> comment) {
    public enum As {
      ANSWER("answer"),
      QUALIFIED("qualified"),
      CORRECTION("correction"),
      UNCLEAR("unclear"),
      STOP("stop"),
      START("start"),
      HELP("help"),
      EMERGENCY("emergency"),
      WRONG_PERSON("wrong-person"),
      WHILE_STOPPED("while-stopped"),
      UNASKED("unasked");

      private final String code;

      As(String code) {
        this.code = code;
      }

      public String code() {
        return code;
      }
    }
  }

  /** Once, however often the carrier delivers it; false when it is here already. */
  boolean store(FacilityId facility, InboundText text, Instant receivedAt);

  /** Up to when the carrier was asked for replies to a sender; empty when it never was. */
  Optional<Instant> collectedUntil(FacilityId facility, String sender);

  void collected(FacilityId facility, String sender, Instant until);

  /**
   * Claims the oldest text that nobody else is working on and hears it. What is done in the
   * correspondence and the mark that the text was processed commit together. The texts of one
   * number are heard in the order in which they came.
   *
   * @return false when none was there to claim
   */
  boolean next(
      FacilityId facility, Instant now, BiFunction<IncomingText, Correspondence, Heard> hear);
}
