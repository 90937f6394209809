package org.homeward.outreach;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.homeward.db.DatabaseUnavailable;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;

/**
 * A copy of the service that does nothing but outreach for one facility, over and over: a process
 * of its own, so that it can be killed. Copies do not share a clock here, as db-scheduler has them
 * do: they are in each other's way all the time.
 */
public final class SchedulerProcess {
  /** Longer than an attempt can last: ten seconds from claim to call, three for the call. */
  static final Reconciler.Patience PATIENCE =
      new Reconciler.Patience(Duration.ofSeconds(20), Duration.ofSeconds(1));

  private SchedulerProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    FacilityId id = new FacilityId(UUID.fromString(arguments[0]));
    URI carrier = URI.create(arguments[1]);
    Path keys = Path.of(arguments[2]);
    try (OutreachUnderTest outreach =
        new OutreachUnderTest(
            MutableClock.ticking(),
            OutreachUnderTest.ANY_HOUR,
            OutreachUnderTest.Setting.usual().elsewhere(carrier, keys, PATIENCE))) {
      Facility facility = outreach.facilities.find(id).orElseThrow();
      System.out.println("ready");
      while (true) {
        try {
          outreach.planner.run(facility);
          outreach.starter.run(facility);
          outreach.courier.run(facility);
          outreach.reconciler.run(facility);
        } catch (DatabaseUnavailable e) {
          // A slow machine: the next round finds what this one has left.
        }
        Thread.sleep(100);
      }
    }
  }
}
