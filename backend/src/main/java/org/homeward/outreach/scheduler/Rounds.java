package org.homeward.outreach.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.homeward.facility.Facilities;

/** The rounds by db-scheduler's clock, which all copies of the service share. */
public final class Rounds implements AutoCloseable {
  /**
   * With the database away, db-scheduler's own loop logs a stack trace at every poll; {@link Round}
   * says it once. Kept, or the level would go with the logger when it is collected.
   */
  private static final Logger POLLING =
      Logger.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");

  private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Scheduler scheduler;

  private Rounds(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  public static Rounds start(DataSource database, Facilities facilities, List<Round> rounds) {
    POLLING.setLevel(Level.OFF);
    List<RecurringTask<Void>> tasks =
        rounds.stream().map(round -> task(round, facilities)).toList();
    Scheduler scheduler =
        Scheduler.create(database)
            .startTasks(tasks)
            .threads(rounds.size())
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(POLLING_INTERVAL)
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4)
            .failureLogging(LogLevel.DEBUG, false)
            .shutdownMaxWait(PATIENCE)
            .build();
    scheduler.start();
    return new Rounds(scheduler);
  }

  private static RecurringTask<Void> task(Round round, Facilities facilities) {
    return Tasks.recurring("outreach-" + round.name(), FixedDelay.of(round.pause()))
        .execute((instance, context) -> round.run(facilities));
  }

  /** Lets the rounds under way end. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
