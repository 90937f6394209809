package org.homeward.outreach;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.Standing;
import org.homeward.facility.FacilityId;

/** The planned conversations that are due. */
public interface Invitations {

  /**
   * What is true of a due conversation in the transaction that claims it.
   *
   * @param number empty when it was removed
   * @param consented the consent for this very number holds
   * @param answered the touchpoint has its answers by another channel
   * @param invitedToday the number was invited today, for whichever discharge
   */
  record Due(
      ConversationId conversation,
      String language,
      boolean hourWaived,
      Optional<PhoneNumber> number,
      Standing standing,
      boolean consented,
      boolean suppressed,
      boolean answered,
      boolean invitedToday) {}

  /** What is to become of it. */
  sealed interface Decision {
    /**
     * It begins.
     *
     * @param language in which it is held
     */
    record Invite(Conversation next, String language, OutgoingText text) implements Decision {}

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
   * @param today when the facility's day began
   * @return false when none was there to claim
   */
  boolean next(FacilityId facility, Instant now, Instant today, Function<Due, Decision> decide);
}
