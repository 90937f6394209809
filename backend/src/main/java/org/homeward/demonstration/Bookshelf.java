package org.homeward.demonstration;

import java.util.List;
import java.util.function.Supplier;
import org.homeward.facility.FacilityId;

/** Where a story is kept. */
public interface Bookshelf {

  /**
   * Keeps the story, all of it or nothing. Does not even ask for it when there is a demonstration
   * facility. Of several replicas that start at once, one keeps it and the others find it there.
   */
  Outcome shelve(Supplier<Story> story, int instrument);

  /** What became of it. */
  sealed interface Outcome {

    /** Its facilities, whichever way it came there. */
    List<FacilityId> facilities();

    record Loaded(List<FacilityId> facilities, long discharges, long responses)
        implements Outcome {}

    record AlreadyThere(List<FacilityId> facilities) implements Outcome {}
  }
}
