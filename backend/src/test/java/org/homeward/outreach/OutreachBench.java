package org.homeward.outreach;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.db.DataDirectory;
import org.homeward.db.Database;
import org.homeward.db.DatabaseSettings;
import org.homeward.db.EmbeddedServer;
import org.homeward.db.Migrations;
import org.homeward.db.ServiceRole;

/**
 * Texts planned, started and sent, without a limit, to a carrier in a process of its own; and what
 * a start costs with few and with a million plans to come.
 */
public final class OutreachBench {
  private static final int WARM_UP = 2_000;
  private static final int TEXTS = 4_000;
  private static final int ROUNDS = 3;
  private static final int STARTS = 500;
  private static final int FEW_PLANS = 10_000;
  private static final int MANY_PLANS = 1_000_000;

  private final EmbeddedServer server;
  private final OutreachUnderTest outreach;
  private final Ward ward;
  private final LocalDate day;
  private int patients;

  private OutreachBench(EmbeddedServer server, OutreachUnderTest outreach) {
    this.server = server;
    this.outreach = outreach;
    this.ward = outreach.ward("America/New_York");
    this.day = ward.facility.dayOf(outreach.clock.instant()).minusDays(3);
  }

  /**
   * Rates a second, round by round, and milliseconds for one start.
   *
   * @param few with ten thousand plans to come
   * @param many with a million
   */
  public record Result(
      List<Double> planned, List<Double> started, List<Double> sent, double few, double many) {
    public double claimRatio() {
      return many / few;
    }
  }

  private record Round(double planned, double started, double sent) {}

  public static Result run(Path directory, URI carrier) throws Exception {
    try (DataDirectory data = DataDirectory.open(directory.resolve("database"));
        EmbeddedServer server = EmbeddedServer.start(data)) {
      Migrations.apply(server.ownerUrl(), ServiceRole.of(server.serviceUrl()));
      Path keys = Files.createDirectories(directory.resolve("keys"));
      try (Database database = Database.open(DatabaseSettings.of(server.serviceUrl()));
          OutreachUnderTest outreach =
              new OutreachUnderTest(
                  database,
                  MutableClock.ticking(),
                  OutreachUnderTest.ANY_HOUR,
                  OutreachUnderTest.Setting.usual()
                      .elsewhere(carrier, keys, Reconciler.Patience.USUAL))) {
        return new OutreachBench(server, outreach).run();
      }
    }
  }

  private Result run() {
    round(WARM_UP);
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(TEXTS));
    }
    ManyPatients.addPlansToCome(
        server.ownerUrl(), ward.facility.id(), ward.unit, 0, FEW_PLANS, outreach.clock.instant());
    millisecondsForAStart();
    double few = millisecondsForAStart();
    ManyPatients.addPlansToCome(
        server.ownerUrl(),
        ward.facility.id(),
        ward.unit,
        FEW_PLANS,
        MANY_PLANS,
        outreach.clock.instant());
    millisecondsForAStart();
    double many = millisecondsForAStart();
    return new Result(
        rounds.stream().map(Round::planned).toList(),
        rounds.stream().map(Round::started).toList(),
        rounds.stream().map(Round::sent).toList(),
        few,
        many);
  }

  private Round round(int texts) {
    addPatients(texts);
    double planned = rate(texts, () -> outreach.planner.run(ward.facility));
    double started = rate(texts, () -> outreach.starter.run(ward.facility));
    double sent = rate(texts, this::sendAll);
    return new Round(planned, started, sent);
  }

  private void sendAll() {
    do {
      outreach.courier.run(ward.facility);
    } while (!ward.all(
            "SELECT 1 FROM outgoing_text WHERE facility_id = ? AND status IN ('waiting', 'attempting') LIMIT 1")
        .isEmpty());
  }

  private double millisecondsForAStart() {
    addPatients(STARTS);
    outreach.planner.run(ward.facility);
    double rate = rate(STARTS, () -> outreach.starter.run(ward.facility));
    sendAll();
    return 1_000 / rate;
  }

  private void addPatients(int count) {
    new ManyPatients(ward.facility.id(), ward.unit, outreach.vault, outreach.ids)
        .add(server.ownerUrl(), patients, count, day);
    patients += count;
  }

  private static double rate(int texts, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return texts / ((System.nanoTime() - begin) / 1e9);
  }
}
