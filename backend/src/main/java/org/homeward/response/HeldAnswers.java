package org.homeward.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.token.Digest;

/** Where rescued answers wait for staff to say whose they are. */
public interface HeldAnswers {

  /** Keeps answers and their body. What is kept under their id already stays as it is. */
  Kept hold(HeldAnswer answer, byte[] body, String by);

  /** What is kept under an id after trying to. */
  enum Kept {
    /** These answers wait. */
    WAITING,
    /** They were placed before. */
    PLACED,
    /** Staff removed them before. */
    REMOVED,
    /** Others are kept under this id. */
    OTHERS
  }

  /** Of those that wait, the ones after this id, in the order of their ids. */
  List<Waiting> waiting(FacilityId facility, Optional<UUID> after, int limit);

  /** A waiting answer as staff see it. */
  record Waiting(HeldAnswer answer, String tablet) {}

  /** The body of an answer that waits. */
  Optional<Found> find(FacilityId facility, UUID id);

  /** A waiting answer and its body. */
  interface Found {
    HeldAnswer answer();

    byte[] body();
  }

  /** Ends the wait and forgets the body. False when it had ended. */
  boolean settle(FacilityId facility, UUID id, As as, String by, Instant at);

  /** What became of a held answer. */
  enum As {
    VISIT,
    WALK_UP,
    REMOVED
  }

  /** How a kiosk of this facility is known, also when it was revoked. */
  Optional<Digest> tablet(FacilityId facility, UUID kiosk);
}
