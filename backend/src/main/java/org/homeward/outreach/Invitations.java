package org.homeward.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Item;
import org.homeward.survey.Touchpoint;

/** The planned conversations that are due. */
public interface Invitations {

  /**
   * What is true of a due conversation in the transaction that claims it.
   *
   * @param expires when its questions close
   * @param discharge the day of the visit
   * @param notUnderstood at discharge, in the order of the survey
   * @param answered the touchpoint has its answers by another channel
   * @param started when we started texts with the number lately, or will, for whichever discharge
   */
  record Due(
      ConversationId conversation,
      Touchpoint touchpoint,
      Instant expires,
      String language,
      LocalDate discharge,
      List<Item> notUnderstood,
      boolean hourWaived,
      Patient patient,
      boolean answered,
      List<Instant> started) {}

  /** What is to become of it. */
  sealed interface Decision {
    /**
     * It begins.
     *
     * @param language in which it is held
     * @param remindAt when to look whether it was answered; empty for never
     */
    record Invite(Conversation next, String language, OutgoingText text, Optional<Instant> remindAt)
        implements Decision {}

    /**
     * It waits.
     *
     * @param because the rule that holds it
     */
    record Postpone(Instant due, String because) implements Decision {}

    record End(Conversation.State state, String because) implements Decision {}
  }

  /**
   * Claims one due conversation that nobody else is working on and carries out what is decided, all
   * in one transaction. Those of one number are decided one after the other, however many work at
   * it.
   *
   * @return false when none was there to claim
   */
  boolean next(FacilityId facility, Instant now, Function<Due, Decision> decide);
}
