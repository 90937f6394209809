package org.homeward.outreach.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
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
   * With the database away, db-scheduler's own loops log a stack trace at every try; {@link Round}
   * says it once. Kept, or the levels would go with the loggers when they are collected.
   */
  private static final List<Logger> LOOPS =
      List.of(
          Logger.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown"),
          Logger.getLogger("com.github.kagkarlsson.scheduler.RunAndLogErrors"));

  private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Scheduler scheduler;

  private Rounds(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  public static Rounds start(DataSource database, Facilities facilities, List<Round> rounds) {
    LOOPS.forEach(loop -> loop.setLevel(Level.OFF));
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
            .addSchedulerListener(new Trouble())
            .build();
    scheduler.start();
    return new Rounds(scheduler);
  }

  private static RecurringTask<Void> task(Round round, Facilities facilities) {
    return Tasks.recurring("outreach-" + round.name(), FixedDelay.of(round.pause()))
        .execute((instance, context) -> round.run(facilities));
  }

  /** What its loops would have logged, once. */
  private static final class Trouble extends AbstractSchedulerListener {
    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
      if (event == SchedulerEventType.UNEXPECTED_ERROR) {
        Round.awayOnce("the scheduler does not get at its table");
      }
    }
  }

  /** Lets the rounds under way end. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
