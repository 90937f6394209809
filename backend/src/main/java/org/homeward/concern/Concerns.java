package org.homeward.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.concern.Concern.Kind;
import org.homeward.concern.Concern.Outcome;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;

/** What staff look at, and what they did about it. Raising is the business of whoever notices. */
public interface Concerns {

  /** Urgent ones first, then those that have waited longest. */
  List<Concern> open(FacilityId facility, Selection selection);

  /** Those that ended between the two moments (the second is outside), the last one first. */
  List<Concern> ended(FacilityId facility, Instant from, Instant until, Selection selection);

  /** Taking what one has taken already changes nothing. */
  Step take(FacilityId facility, ConcernId concern, UUID person, Instant at);

  /**
   * Whoever says how it ended has taken it too, if nobody had. Ending in the same way again changes
   * nothing.
   */
  Step end(FacilityId facility, ConcernId concern, Outcome outcome, UUID person, Instant at);

  /**
   * Which concerns, and from where on. Empty means all.
   *
   * @param after the concern that ended the page before
   */
  record Selection(
      Optional<UnitId> unit, Optional<Kind> kind, Optional<ConcernId> after, int limit) {}

  /** What became of an attempt to move a concern on. */
  sealed interface Step {
    record Done(Concern concern) implements Step {}

    /** Somebody else was quicker; nothing was changed. */
    record TakenAlready(Concern concern) implements Step {}

    /** It is over already; nothing was changed. */
    record EndedAlready(Concern concern) implements Step {}

    /** A concern of this kind does not end so; nothing was changed. */
    record NoSuchOutcome(Concern concern) implements Step {}

    record Unknown() implements Step {}
  }
}
