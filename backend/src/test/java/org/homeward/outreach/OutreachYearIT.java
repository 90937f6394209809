package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.db.Database;
import org.homeward.db.TestDatabase;
import org.homeward.plan.Caps;
import org.homeward.plan.Followup;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.Reminders;
import org.homeward.plan.SendWindow;
import org.homeward.survey.Touchpoint;
import org.homeward.survey.json.WordingFiles;
import org.homeward.survey.postgres.PostgresInstruments;
import org.homeward.vault.tink.TinkVault;
import org.junit.jupiter.api.Test;

/**
 * A year of discharges in six zones. {@code -Dhomeward.year.patients} makes it longer, {@code
 * -Dhomeward.year.seed} another one.
 */
class OutreachYearIT {
  private static final int PATIENTS = Integer.getInteger("homeward.year.patients", 60);
  private static final long SEED = Long.getLong("homeward.year.seed", 20271122L);
  private static final int FACILITIES_AT_ONCE = 3;

  @Test
  void inAYearEverythingDueIsSentOnceWithinItsHoursAndCapsAndNothingElseIs() throws Exception {
    Database database = TestDatabase.database();
    new PostgresInstruments(database).publish(WordingFiles.read());
    List<FacilityYear> years = years(database);
    try (ExecutorService threads = Executors.newFixedThreadPool(FACILITIES_AT_ONCE)) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      years.forEach(year -> tasks.add(() -> lived(year)));
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        assertTrue(done.get());
      }
    }
    int started = 0;
    for (FacilityYear year : years) {
      YearInReview review = new YearInReview(database, year);
      List<String> faults = review.faults();
      assertEquals(
          List.of(),
          faults.stream().limit(20).toList(),
          () -> year.facility.zone() + ", seed " + SEED + ", faults " + faults.size());
      assertFalse(review.kindsOfReasons() < 8, "The year was too quiet to show anything");
      started += review.started();
    }
    assertTrue(started > PATIENTS * years.size(), "Only " + started + " texts were started");
    System.getLogger(OutreachYearIT.class.getName())
        .log(System.Logger.Level.INFO, "Texts started in a year: {0}", started);
  }

  private static boolean lived(FacilityYear year) {
    year.run(PATIENTS);
    return true;
  }

  private static List<FacilityYear> years(Database database) throws IOException {
    var vault = TinkVault.open(Files.createTempDirectory("homeward-year"));
    OutreachPlan usual = OutreachPlan.USUAL;
    OutreachPlan widest =
        plan(8, 21, 8, new Reminders(0, Duration.ofDays(1)), Caps.USUAL, Touchpoint.DAY_2);
    OutreachPlan narrow =
        plan(18, 19, 18, Reminders.USUAL, Caps.USUAL, Touchpoint.DAY_2, Touchpoint.DAY_30);
    OutreachPlan many =
        plan(
            9,
            20,
            14,
            new Reminders(2, Duration.ofHours(36)),
            new Caps(2, 4),
            Touchpoint.DAY_2,
            new Touchpoint(4),
            Touchpoint.DAY_30);
    return List.of(
        new FacilityYear(database, vault, "America/New_York", usual, SEED),
        new FacilityYear(database, vault, "America/Phoenix", many, SEED + 10),
        new FacilityYear(database, vault, "Europe/London", widest, SEED + 20),
        new FacilityYear(database, vault, "Australia/Sydney", narrow, SEED + 30),
        new FacilityYear(database, vault, "Pacific/Chatham", many, SEED + 40),
        new FacilityYear(database, vault, "America/Santiago", usual, SEED + 50));
  }

  private static OutreachPlan plan(
      int opens, int closes, int preferred, Reminders reminders, Caps caps, Touchpoint... days) {
    return new OutreachPlan(
        List.of(days).stream().map(Followup::at).toList(),
        new SendWindow(LocalTime.of(opens, 0), LocalTime.of(closes, 0)),
        LocalTime.of(preferred, 0),
        reminders,
        caps);
  }
}
