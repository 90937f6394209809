package org.homeward.metrics.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.db.Database;
import org.homeward.db.DatabaseUnavailable;
import org.homeward.metrics.RollupFolding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class RollupsIT {
  private static final Database DATABASE = Hospital.DATABASE;
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final int WRITERS = 4;
  private static final int DEEDS = 250;

  private final Hospital hospital = new Hospital();
  private final PostgresRollups rollups = new PostgresRollups(DATABASE);

  @Test
  void rollupsEqualARecountWhileFourWriteAndTwoFold() throws Exception {
    AtomicBoolean writing = new AtomicBoolean(true);
    AtomicInteger folded = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    CountDownLatch written = new CountDownLatch(WRITERS);
    List<Future<?>> all = new ArrayList<>();
    int checks = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < WRITERS; writer++) {
        Wardwork work = new Wardwork(hospital, 2026L * 31 + writer);
        all.add(
            threads.submit(
                (Callable<Void>)
                    () -> {
                      try {
                        done.addAndGet(work.perform(DEEDS));
                      } finally {
                        written.countDown();
                      }
                      return null;
                    }));
      }
      for (int folder = 0; folder < 2; folder++) {
        all.add(
            threads.submit(
                () -> {
                  while (writing.get()) {
                    folded.addAndGet(rollups.fold(hospital.id, 7));
                  }
                }));
      }
      try {
        while (written.getCount() > 0) {
          assertEquals(0, Recount.differences(DATABASE, hospital.id), "while writing");
          checks++;
        }
      } finally {
        writing.set(false);
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertTrue(checks > 3, "looked only " + checks + " times");
    assertTrue(done.get() > WRITERS * DEEDS / 2, "only " + done + " deeds were done");
    assertTrue(folded.get() > 0, "nothing was folded meanwhile");
    assertTrue(Recount.counted(DATABASE, hospital.id) > 100);
    assertEquals(0, Recount.differences(DATABASE, hospital.id), "after writing");
    new RollupFolding(rollups).fold(hospital.id);
    assertEquals(0, Recount.unfolded(DATABASE, hospital.id));
    assertEquals(0, Recount.differences(DATABASE, hospital.id), "after folding");
  }

  @Test
  void aFoldingThatIsKilledLosesNothing() {
    for (int i = 0; i < 20; i++) {
      hospital.answered(hospital.ward4, MONDAY, "yes", 1);
    }
    assertEquals(20, Recount.unfolded(DATABASE, hospital.id));
    assertThrows(
        DatabaseUnavailable.class,
        () ->
            DATABASE.transact(
                statements -> {
                  assertEquals(20, new PostgresRollups(statements).fold(hospital.id, 100));
                  int pid =
                      statements
                          .row("SELECT pg_backend_pid() AS pid", row -> row.integer("pid"))
                          .orElseThrow();
                  DATABASE.rows(
                      "SELECT pg_terminate_backend(?) AS gone", row -> row.flag("gone"), pid);
                  return statements.change("DELETE FROM rollup_delta WHERE false");
                }));
    assertEquals(20, Recount.unfolded(DATABASE, hospital.id));
    assertEquals(0, Recount.differences(DATABASE, hospital.id));
    assertEquals(20, rollups.fold(hospital.id, 100));
    assertEquals(0, Recount.differences(DATABASE, hospital.id));
    assertEquals(0, rollups.fold(hospital.id, 100));
  }

  @Test
  void whatOneFolderHoldsAnotherPassesOver() {
    hospital.answered(hospital.ward4, MONDAY, "yes", 1);
    DATABASE.transact(
        first -> {
          assertEquals(1, new PostgresRollups(first).fold(hospital.id, 100));
          hospital.answered(hospital.ward5, MONDAY, "no", 1);
          assertEquals(1, rollups.fold(hospital.id, 100));
          return null;
        });
    assertEquals(0, Recount.unfolded(DATABASE, hospital.id));
    assertEquals(0, Recount.differences(DATABASE, hospital.id));
  }
}
