package org.homeward.demonstration;

import java.time.Instant;
import java.time.InstantSource;
import org.homeward.demonstration.Bookshelf.Outcome;

/** Invents two hospitals and eighteen months of what their patients said, unless it has already. */
public final class Demonstration {
  private static final long SEED = 20_261_122;

  private final Bookshelf bookshelf;
  private final int instrument;
  private final InstantSource clock;

  /**
   * @param instrument the version that patients were asked; it must have been published
   */
  public Demonstration(Bookshelf bookshelf, int instrument, InstantSource clock) {
    this.bookshelf = bookshelf;
    this.instrument = instrument;
    this.clock = clock;
  }

  public Outcome load() {
    Instant now = clock.instant();
    return bookshelf.shelve(() -> new Author(SEED, now).story(), instrument);
  }
}
