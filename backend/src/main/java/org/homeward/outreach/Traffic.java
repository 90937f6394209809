package org.homeward.outreach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.facility.FacilityId;

/**
 * How many texts may go now, by one sender and through the whole account, for all copies of the
 * service together; and what the carrier has said against it.
 */
public interface Traffic {

  /**
   * How one sender fares.
   *
   * @param stopped since when nothing goes until a person lets it go again
   * @param heldUntil the carrier asked for patience, for the sender or for the whole account
   * @param errorCode the carrier's, for what holds or stops it
   */
  record Standing(
      String sender,
      Optional<Instant> stopped,
      Optional<Instant> heldUntil,
      Optional<Integer> errorCode) {}

  /** Takes an allowance: at most that many, none while the sender or the account is held. */
  int take(FacilityId facility, String sender, int wanted, Instant now);

  /** What was taken and did not go after all. */
  void giveBack(FacilityId facility, String sender, int unused);

  /** The sender sends too fast: nothing until then, and at half the pace for a while after. */
  void slowDown(FacilityId facility, String sender, int errorCode, Instant until, Instant now);

  /** Nothing goes by this sender until somebody lets it. */
  void stop(FacilityId facility, String sender, int errorCode, Instant now);

  /** A person lets a stopped or held sender go again; false when nothing stood in its way. */
  boolean letGo(FacilityId facility, String sender);

  /** Nothing goes through the account until then, whichever the facility. */
  void pauseAccount(int errorCode, Instant until);

  /** Every sender that something stands against or stood against, in no order. */
  List<Standing> standings(FacilityId facility, Instant now);
}
