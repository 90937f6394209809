package org.homeward.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
  private static final int KILLS = 20;
  private static final int TABLETS = 6;
  private static final int VISITS = 200;

  @Test
  void nothingAcknowledgedIsLostOrDoubledByTwentyKills(@TempDir Path directory) throws Exception {
    long seed = Long.getLong("homeward.kill.seed", System.nanoTime());
    System.out.println("KillIT: -Dhomeward.kill.seed=" + seed);
    Path data = Files.createDirectory(directory.resolve("data"));
    int port = ServiceUnderTest.freePort();
    ChildService service = ChildService.launch(data, port, Map.of()).awaitReady();
    Hospital hospital = Hospital.open(service.url());
    List<String> visits =
        IntStream.range(0, VISITS).mapToObj(i -> hospital.visitCode("V-" + i)).toList();
    Tablets tablets =
        new Tablets(service.url(), hospital.kioskToken(), TABLETS, visits, attempt -> {});
    try {
      Random random = new Random(seed);
      for (int kill = 1; kill <= KILLS; kill++) {
        if (kill % 5 == 0) {
          // Also in the middle of a start.
          service.stop();
          service = ChildService.launch(data, port, Map.of());
        } else {
          int before = tablets.acknowledged().size();
          Eventually.holds(
              "tablets are served again", () -> tablets.acknowledged().size() > before);
        }
        Thread.sleep(random.nextInt(1_200));
        if (kill % 2 == 0) {
          service.killWithDatabase();
          assertEquals(List.of(), ChildService.postgres(data));
        } else {
          service.kill();
        }
        service = ChildService.launch(data, port, Map.of()).awaitReady();
      }
      tablets.finish();
      assertEquals(List.of(), tablets.refusals());
      Stored stored = new Stored(urlOfOwner(data));
      stored.assertEachOnce(tablets.acknowledged());
      assertEquals(
          Integer.toString(tablets.acknowledged().size()),
          stored.text("SELECT count(*) FROM response"),
          "the tablets' and the database's count");
      stored.assertRollupEqualsRecount(hospital.facility());
      assertEquals("on", stored.text("SHOW fsync"));
      assertEquals("on", stored.text("SHOW synchronous_commit"));
      assertTrue(tablets.acknowledged().size() > VISITS, "the load was real");
      System.out.printf(
          "KillIT: %d kills, %d acknowledged, none lost, none twice%n",
          KILLS, tablets.acknowledged().size());
    } finally {
      service.killWithDatabase();
    }
  }

  private static String urlOfOwner(Path data) throws Exception {
    // Its fourth line is the port.
    String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    return "jdbc:postgresql://127.0.0.1:%s/homeward?user=homeward_owner&password=%s"
        .formatted(port, Files.readString(data.resolve("postgres-passwords/owner")));
  }
}
