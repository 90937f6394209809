package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.homeward.db.TestDatabase;
import org.homeward.sms.sandbox.Failure;
import org.homeward.sms.sandbox.SandboxText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two copies of the service on one database, one or the other killed again and again while it
 * plans, starts and sends. {@code -Dhomeward.schedulers.seed} repeats a run, {@code
 * -Dhomeward.schedulers.kills} makes it longer.
 */
class TwoSchedulersIT {
  private static final int PLANS = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(8);

  @DisplayName("Traps 13 and 14: two schedulers and random kills send each of 10,000 texts once")
  @Test
  void twoSchedulersSendEachTextOnceHoweverOftenTheyAreKilled(@TempDir Path directory)
      throws Exception {
    long seed = Long.getLong("homeward.schedulers.seed", System.nanoTime());
    int kills = Integer.getInteger("homeward.schedulers.kills", 8);
    System.out.println("TwoSchedulersIT: -Dhomeward.schedulers.seed=" + seed);
    Random random = new Random(seed);
    Path keys = Files.createDirectory(directory.resolve("keys"));
    try (OutreachUnderTest outreach =
        new OutreachUnderTest(
            Clock.systemUTC().instant(),
            OutreachUnderTest.ANY_HOUR,
            OutreachUnderTest.Setting.usual().with(keys))) {
      Ward ward = outreach.ward("America/New_York");
      List<String> phones =
          new ManyPatients(ward.facility.id(), ward.unit, outreach.vault, outreach.ids)
              .add(
                  TestDatabase.ownerUrl(),
                  0,
                  PLANS,
                  ward.facility.dayOf(outreach.clock.instant()).minusDays(3));
      // What is not settled by the carrier's answer has to be looked up.
      outreach.carrier.fail(Failure.callbacksLate(Duration.ofHours(1)));
      List<Process> copies = new ArrayList<>();
      try {
        for (int copy = 0; copy < 2; copy++) {
          copies.add(launch(directory, copy, outreach, ward, keys));
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int sent : moments(random, kills)) {
          // The first while they plan and start, the others while they send.
          if (sent == 0) {
            Thread.sleep(500 + random.nextInt(1_500));
          }
          await(end, ward, () -> outreach.carrier.texts().size() >= sent);
          disturb(outreach, random);
          int copy = random.nextInt(2);
          copies.get(copy).destroyForcibly().waitFor();
          copies.set(copy, launch(directory, copy, outreach, ward, keys));
        }
        outreach.carrier.clearFailure(Failure.Kind.TIME_OUT_AFTER_ACCEPTING);
        await(end, ward, () -> unfinished(ward) == 0);
      } finally {
        for (Process copy : copies) {
          copy.destroyForcibly().waitFor();
        }
      }
      assertEachOnce(phones, outreach, ward, kills);
    }
  }

  /** How many texts the carrier has at each kill. */
  private static List<Integer> moments(Random random, int kills) {
    return IntStream.range(0, kills)
        .map(kill -> kill < kills / 4 ? 0 : 1 + random.nextInt(PLANS * 9 / 10))
        .sorted()
        .boxed()
        .toList();
  }

  private static void await(long end, Ward ward, BooleanSupplier isSo) throws InterruptedException {
    while (!isSo.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, unfinished(ward) + " are left: " + ward.states());
      Thread.sleep(50);
    }
  }

  /** Doubtful answers besides the kills: taken and not said so, and not taken and not said so. */
  private static void disturb(OutreachUnderTest outreach, Random random) {
    outreach.carrier.fail(
        Failure.of(Failure.Kind.ERROR_AFTER_ACCEPTING).next(1 + random.nextInt(10)));
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR).next(1 + random.nextInt(10)));
    outreach.carrier.fail(
        Failure.of(Failure.Kind.TIME_OUT_AFTER_ACCEPTING).next(1 + random.nextInt(3)));
  }

  private static void assertEachOnce(
      List<String> phones, OutreachUnderTest outreach, Ward ward, int kills) {
    Map<String, Integer> sent = new HashMap<>();
    for (SandboxText text : outreach.carrier.texts()) {
      sent.merge(text.phone(), 1, Integer::sum);
    }
    Map<String, Integer> wrong = new HashMap<>();
    phones.forEach(
        phone -> {
          int times = sent.getOrDefault(phone, 0);
          if (times != 1) {
            wrong.put(phone, times);
          }
        });
    assertEquals(Map.of(), wrong, "texts that were sent otherwise than once");
    assertEquals(PLANS, sent.size());
    assertEquals("10000", ward.one("SELECT count(*) FROM conversation WHERE facility_id = ?"));
    System.out.printf(
        "TwoSchedulersIT: %d kills, %s, %s attempts, %s sent once more%n",
        kills,
        ward.states(),
        ward.one("SELECT sum(attempts) FROM outgoing_text WHERE facility_id = ?"),
        ward.one("SELECT count(*) FROM outgoing_text WHERE facility_id = ? AND resent"));
  }

  /** Plans to come, and texts whose end is not known. */
  private static int unfinished(Ward ward) {
    int texts =
        Integer.parseInt(
            ward.one(
                "SELECT count(*) FROM outgoing_text WHERE facility_id = ? AND status NOT IN ('waiting', 'attempting', 'unknown')"));
    return PLANS - texts;
  }

  private static Process launch(
      Path directory, int copy, OutreachUnderTest outreach, Ward ward, Path keys)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            SchedulerProcess.class.getName(),
            ward.facility.id().toString(),
            outreach.carrier.apiUrl().toString(),
            keys.toString());
    builder.environment().put("HOMEWARD_DB_URL", TestDatabase.serviceUrl());
    builder.environment().put("HOMEWARD_DB_OWNER_URL", TestDatabase.ownerUrl());
    File log = directory.resolve("copy-" + copy + ".log").toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    return builder.start();
  }
}
