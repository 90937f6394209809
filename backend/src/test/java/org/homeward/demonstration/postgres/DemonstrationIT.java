package org.homeward.demonstration.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.db.DataDirectory;
import org.homeward.db.Database;
import org.homeward.db.DatabaseSettings;
import org.homeward.db.EmbeddedServer;
import org.homeward.db.Migrations;
import org.homeward.db.ServiceRole;
import org.homeward.demonstration.Bookshelf.Outcome;
import org.homeward.demonstration.Demonstration;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;
import org.homeward.facility.postgres.PostgresFacilities;
import org.homeward.metrics.Direction;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Period;
import org.homeward.metrics.Point;
import org.homeward.metrics.RollupFolding;
import org.homeward.metrics.Series;
import org.homeward.metrics.Signal;
import org.homeward.metrics.Split;
import org.homeward.metrics.TrendQuery;
import org.homeward.metrics.Trends;
import org.homeward.metrics.postgres.PostgresBaselines;
import org.homeward.metrics.postgres.PostgresCounting;
import org.homeward.metrics.postgres.PostgresRollups;
import org.homeward.metrics.postgres.Recount;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On a database of its own: there is one demonstration in a database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationIT {
  private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate FIRST = Period.WEEK.around(TODAY.minusWeeks(78)).first();

  @SuppressWarnings("NullAway.Init")
  private EmbeddedServer server;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private Outcome.Loaded loaded;

  @BeforeAll
  void load(@TempDir Path directory) {
    server = EmbeddedServer.start(DataDirectory.open(directory));
    Migrations.apply(server.ownerUrl(), ServiceRole.of(server.serviceUrl()));
    database = Database.open(DatabaseSettings.of(server.serviceUrl()));
    // An instrument that was never published: its response rows are refused, and all before them
    // go.
    assertThrows(IllegalStateException.class, () -> demonstration(99).load());
    assertEquals(List.of(), new PostgresFacilities(database).ids());
    database.change("INSERT INTO instrument (version) VALUES (1)");
    long started = System.nanoTime();
    loaded = assertInstanceOf(Outcome.Loaded.class, demonstration(1).load());
    System.out.printf(
        "The demonstration was loaded in %d ms: %d discharges, %d responses%n",
        Duration.ofNanos(System.nanoTime() - started).toMillis(),
        loaded.discharges(),
        loaded.responses());
  }

  @AfterAll
  void stop() {
    database.close();
    server.close();
  }

  @Test
  void thereAreTwoFacilitiesAndAboutSixtyThousandResponses() {
    List<Facility> facilities = new PostgresFacilities(database).findAll(loaded.facilities());
    assertEquals(2, facilities.size());
    assertEquals(2, facilities.stream().map(Facility::zone).distinct().count());
    assertTrue(facilities.stream().mapToInt(facility -> facility.units().size()).sum() >= 8);
    assertTrue(facilities.stream().allMatch(facility -> facility.senders().size() == 1));
    assertTrue(loaded.responses() > 54_000 && loaded.responses() < 66_000, loaded.toString());
  }

  @Test
  void aSecondLoadDoesNothing() {
    long before = responses();
    Outcome again = demonstration(1).load();
    assertEquals(
        Set.copyOf(loaded.facilities()),
        Set.copyOf(assertInstanceOf(Outcome.AlreadyThere.class, again).facilities()));
    assertEquals(before, responses());
  }

  @Test
  void rollupsEqualARecountBeforeAndAfterFolding() {
    for (FacilityId facility : loaded.facilities()) {
      assertTrue(Recount.counted(database, facility) > 20_000);
      assertEquals(0, Recount.differences(database, facility));
    }
    RollupFolding folding = new RollupFolding(new PostgresRollups(database));
    loaded.facilities().forEach(folding::fold);
    for (FacilityId facility : loaded.facilities()) {
      assertEquals(0, Recount.unfolded(database, facility));
      assertEquals(0, Recount.differences(database, facility));
    }
  }

  @Test
  void everySeriesHasItsBaselineAsCounted() {
    for (FacilityId id : loaded.facilities()) {
      Facility facility = facility(id);
      var baselines = new PostgresBaselines(database).live(id, Period.WEEK);
      assertEquals((facility.units().size() + 1) * 4 * 2, baselines.size());
      for (var baseline : baselines) {
        long yes = 0;
        long n = 0;
        for (Point point :
            series(
                    facility,
                    baseline.series().unit(),
                    baseline.series().measure(),
                    baseline.series().touchpoint(),
                    Optional.empty())
                .points()) {
          yes += point.inBaseline() ? point.tally().yes() : 0;
          n += point.inBaseline() ? point.tally().n() : 0;
        }
        assertEquals(baseline.centre().x(), yes, baseline.toString());
        assertEquals(baseline.centre().n(), n, baseline.toString());
      }
    }
  }

  /** Every unit and item of a hospital; the figure is for people. */
  @Test
  void theWholeDashboardIsOneRead() {
    Facility lakeshore = facility("America/Chicago");
    TrendQuery query =
        new TrendQuery(
            new TrendQuery.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Touchpoint.AT_DISCHARGE),
                Optional.of(Channel.KIOSK),
                Optional.empty()),
            Set.of(Split.UNIT, Split.ITEM),
            Period.WEEK,
            TODAY.minusWeeks(52),
            TODAY,
            false);
    RollupFolding folding = new RollupFolding(new PostgresRollups(database));
    loaded.facilities().forEach(folding::fold);
    Trends trends =
        new Trends(new PostgresCounting(database), new PostgresBaselines(database), () -> NOW);
    for (int i = 0; i < 30; i++) {
      assertEquals(32, trends.of(lakeshore, query).series().size());
    }
    long started = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      trends.of(lakeshore, query);
    }
    System.out.printf(
        "The demonstration's 32 series of a year: %.1f ms%n", (System.nanoTime() - started) / 20e6);
  }

  @Test
  void oneUnitImprovesAfterItsChange() {
    Facility lakeshore = facility("America/Chicago");
    Series series =
        series(
            lakeshore,
            unit(lakeshore, "Cardiology"),
            Measure.NEXT_STEPS,
            Touchpoint.AT_DISCHARGE,
            Optional.empty());
    assertTrue(rate(series, 50, 78) > rate(series, 0, 50) + 0.1);
    assertTrue(has(series, Direction.IMPROVEMENT));
  }

  @Test
  void oneUnitDriftsDown() {
    Facility lakeshore = facility("America/Chicago");
    Series series =
        series(
            lakeshore,
            unit(lakeshore, "Orthopedics"),
            Measure.TREATMENT,
            Touchpoint.AT_DISCHARGE,
            Optional.empty());
    assertTrue(rate(series, 60, 78) < rate(series, 0, 24) - 0.1);
    assertTrue(has(series, Direction.DETERIORATION));
  }

  @Test
  void oneUnitIsTooSmallToShowByWeek() {
    Facility lakeshore = facility("America/Chicago");
    Series series =
        series(
            lakeshore,
            unit(lakeshore, "Burn"),
            Measure.ALL_THREE,
            Touchpoint.AT_DISCHARGE,
            Optional.empty());
    long suppressed =
        series.points().stream().filter(point -> point.tally().isSuppressed()).count();
    assertTrue(suppressed > series.points().size() * 0.8);
  }

  @Test
  void spanishSpeakersCatchUpWithTheInterpreters() {
    Facility harbor = facility("America/Los_Angeles");
    Series english =
        series(
            harbor,
            Optional.empty(),
            Measure.DIAGNOSIS,
            Touchpoint.AT_DISCHARGE,
            Optional.of("en"));
    Series spanish =
        series(
            harbor,
            Optional.empty(),
            Measure.DIAGNOSIS,
            Touchpoint.AT_DISCHARGE,
            Optional.of("es"));
    assertTrue(rate(spanish, 0, 44) < rate(english, 0, 44) - 0.12);
    assertTrue(rate(spanish, 44, 78) > rate(english, 44, 78) - 0.06);
  }

  /** The join below is for this test only; without statistics its plan is hopeless. */
  private void analyze() throws SQLException {
    try (Connection owner = DriverManager.getConnection(server.ownerUrl());
        Statement statement = owner.createStatement()) {
      statement.execute("ANALYZE response");
    }
  }

  @Test
  void twoDaysLaterFewerUnderstandAndMostlyTheSamePatients() throws SQLException {
    Facility harbor = facility("America/Los_Angeles");
    for (Measure measure : Measure.values()) {
      Series atDischarge =
          series(harbor, Optional.empty(), measure, Touchpoint.AT_DISCHARGE, Optional.empty());
      Series later = series(harbor, Optional.empty(), measure, Touchpoint.DAY_2, Optional.empty());
      assertTrue(rate(later, 0, 78) < rate(atDischarge, 0, 78) - 0.05, measure.code());
    }
    analyze();
    double stillYes = yesLaterOf("yes");
    double nowYes = yesLaterOf("no");
    assertTrue(stillYes > nowYes + 0.3, stillYes + " " + nowYes);
  }

  @Test
  void theTwoChangesAreWrittenDown() {
    assertEquals(
        2, database.rows("SELECT change_id FROM change", row -> row.uuid("change_id")).size());
  }

  private double yesLaterOf(String answer) {
    return database
        .row(
            """
            SELECT CAST(1000 * avg(CAST(later.next_steps = 'yes' AS integer)) AS bigint) AS share
            FROM response early JOIN response later USING (facility_id, discharge_id)
            WHERE facility_id = ? AND early.touchpoint = 'at-discharge' AND early.next_steps = ?
              AND later.touchpoint = 'day-2' AND later.standing IN ('open', 'complete')
            """,
            row -> row.whole("share") / 1000.0,
            loaded.facilities().getFirst().value(),
            answer)
        .orElseThrow();
  }

  private Demonstration demonstration(int instrument) {
    return new Demonstration(new PostgresBookshelf(database.dataSource()), instrument, () -> NOW);
  }

  private long responses() {
    return database
        .row("SELECT count(*) AS number FROM response", row -> row.whole("number"))
        .orElseThrow();
  }

  private Facility facility(FacilityId id) {
    return new PostgresFacilities(database).find(id).orElseThrow();
  }

  private Facility facility(String zone) {
    return loaded.facilities().stream()
        .map(this::facility)
        .filter(facility -> facility.zone().getId().equals(zone))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<UnitId> unit(Facility facility, String name) {
    return facility.units().stream()
        .filter(unit -> unit.name().startsWith(name))
        .map(Unit::id)
        .findFirst();
  }

  private Series series(
      Facility facility,
      Optional<UnitId> unit,
      Measure measure,
      Touchpoint touchpoint,
      Optional<String> language) {
    TrendQuery query =
        new TrendQuery(
            new TrendQuery.Filter(
                unit,
                Optional.of(measure),
                Optional.of(touchpoint),
                Optional.of(
                    touchpoint.equals(Touchpoint.AT_DISCHARGE) ? Channel.KIOSK : Channel.SMS),
                language),
            Set.<Split>of(),
            Period.WEEK,
            FIRST,
            TODAY,
            false);
    return new Trends(new PostgresCounting(database), new PostgresBaselines(database), () -> NOW)
        .of(facility, query)
        .series()
        .getFirst();
  }

  /** Of the weeks from {@code from} to before {@code to}. */
  private static double rate(Series series, int from, int to) {
    long yes = 0;
    long n = 0;
    for (Point point : series.points()) {
      LocalDate first = point.span().first();
      if (!first.isBefore(FIRST.plusWeeks(from)) && first.isBefore(FIRST.plusWeeks(to))) {
        yes += point.tally().yes();
        n += point.tally().n();
      }
    }
    return (double) yes / n;
  }

  private static boolean has(Series series, Direction direction) {
    return series.signals().stream()
        .filter(Signal::isCurrent)
        .anyMatch(signal -> signal.direction() == direction);
  }
}
