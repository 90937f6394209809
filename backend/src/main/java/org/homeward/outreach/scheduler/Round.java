package org.homeward.outreach.scheduler;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.homeward.db.DatabaseUnavailable;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;

/**
 * One kind of work, done for every facility. It may run anywhere, twice at once: claims keep it
 * right.
 */
public final class Round {
  private static final Logger LOG = System.getLogger(Round.class.getName());

  /** Shared, so that an outage is logged once and not once for each round. */
  private static final AtomicBoolean DATABASE_AWAY = new AtomicBoolean();

  private final String name;
  private final Duration pause;
  private final Consumer<Facility> work;

  /**
   * Work under a name that is its own among all rounds.
   *
   * @param pause from the end of one round to the beginning of the next
   */
  public Round(String name, Duration pause, Consumer<Facility> work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
  }

  String name() {
    return name;
  }

  Duration pause() {
    return pause;
  }

  /** What fails for one facility does not keep the others waiting. */
  void run(Facilities facilities) {
    try {
      facilities.findAll(facilities.ids()).forEach(this::visit);
      if (DATABASE_AWAY.compareAndSet(true, false)) {
        LOG.log(Logger.Level.INFO, "Outreach goes on");
      }
    } catch (DatabaseUnavailable e) {
      awayOnce(String.valueOf(e.getMessage()));
    }
  }

  static void runAll(List<Round> rounds, Facility facility) {
    try {
      rounds.forEach(round -> round.visit(facility));
    } catch (DatabaseUnavailable e) {
      awayOnce(String.valueOf(e.getMessage()));
    }
  }

  private void visit(Facility facility) {
    try {
      work.accept(facility);
    } catch (DatabaseUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.ERROR, "%s failed at %s".formatted(name, facility.id()), e);
    }
  }

  static void awayOnce(String reason) {
    if (DATABASE_AWAY.compareAndSet(false, true)) {
      LOG.log(Logger.Level.WARNING, "Outreach waits and keeps trying: {0}", reason);
    }
  }
}
