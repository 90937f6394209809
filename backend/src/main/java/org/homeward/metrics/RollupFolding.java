package org.homeward.metrics;

import org.homeward.facility.FacilityId;

/**
 * Keeps the differences few. Nothing but speed depends on it: run it every second or so, on any
 * number of replicas.
 */
public final class RollupFolding {
  private static final int BATCH = 2_000;

  private final Rollups rollups;

  public RollupFolding(Rollups rollups) {
    this.rollups = rollups;
  }

  /** Folds what there is at a facility, and says how many differences those were. */
  public int fold(FacilityId facility) {
    int folded = 0;
    int batch;
    do {
      batch = rollups.fold(facility, BATCH);
      folded += batch;
    } while (batch == BATCH);
    return folded;
  }
}
