package org.homeward.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.app.Hospital;
import org.homeward.db.DataDirectory;
import org.homeward.db.EmbeddedServer;
import org.homeward.discharge.VisitCode;
import org.homeward.facility.Ids;

/**
 * Durable submissions over HTTP, each for a visit of its own, against raw single-row prepared
 * inserts by as many threads and connections into a table with the same columns and indexes on the
 * same server: rounds in turn, so that what the machine does besides falls on both.
 */
final class SubmissionBench {
  private static final int THREADS = 32;
  private static final int WARM_UP_ROUNDS = 5;
  private static final int ROUNDS = 5;
  private static final int VISITS = 900_000;
  private static final Duration ROUND = Duration.ofSeconds(6);

  private final Load load = new Load(THREADS, ROUND);
  private final Ids ids = new Ids(Clock.systemUTC());
  private final AtomicInteger next = new AtomicInteger();
  private final List<String> visitCodes = new ArrayList<>();

  /** Rates a second of both sides, round by round. */
  record Result(List<Double> submissions, List<Double> inserts, long residentMegabytes) {
    double medianRatio() {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < submissions.size(); i++) {
        ratios.add(submissions.get(i) / inserts.get(i));
      }
      ratios.sort(null);
      return ratios.get(ratios.size() / 2);
    }
  }

  Result run(Path directory) throws Exception {
    try (DataDirectory data = DataDirectory.open(directory.resolve("database"));
        EmbeddedServer server = EmbeddedServer.start(data);
        Bed bed =
            Bed.start(
                directory.resolve("service"),
                Map.of(
                    "HOMEWARD_DB_URL", server.serviceUrl(),
                    "HOMEWARD_DB_OWNER_URL", server.ownerUrl()))) {
      Hospital hospital = Hospital.open(java.net.URI.create("http://localhost:" + bed.port()));
      String token = hospital.kioskToken();
      makeVisits(server.ownerUrl(), hospital);
      makeRawTable(server.ownerUrl());
      // A service runs for weeks: its compiler has done its work, and PostgreSQL knows its
      // statements.
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        submissions(bed.port(), token);
      }
      inserts(server.ownerUrl(), hospital);
      List<Double> submissions = new ArrayList<>();
      List<Double> inserts = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        submissions.add(submissions(bed.port(), token));
        inserts.add(inserts(server.ownerUrl(), hospital));
      }
      submissions(bed.port(), token);
      return new Result(submissions, inserts, bed.residentMegabytes());
    }
  }

  private double submissions(int port, String token) throws Exception {
    return load.rate(
        (thread, until) -> {
          long done = 0;
          try (Connection connection = new Connection(port)) {
            while (System.nanoTime() < until) {
              String visit = visitCodes.get(next.getAndIncrement());
              String body =
                  "{\"visitCode\":\""
                      + visit
                      + "\",\"touchpoint\":\"at-discharge\",\"channel\":\"kiosk\",\"respondent\":\"patient\","
                      + "\"language\":\"en\",\"instrument\":1,\"outcome\":\"complete\",\"answers\":{\"diagnosis\":\"yes\","
                      + "\"treatment\":\"partly\",\"next-steps\":\"no\"},\"answeredAt\":\"2026-11-22T10:15:00Z\"}";
              int status = connection.put("/api/v1/responses/" + ids.next(), token, body);
              if (status != 201) {
                throw new IllegalStateException("Answered " + status);
              }
              done++;
            }
          }
          return done;
        });
  }

  private double inserts(String url, Hospital hospital) throws Exception {
    UUID facility = UUID.fromString(hospital.facility());
    UUID unit = UUID.fromString(hospital.ward4());
    return load.rate(
        (thread, until) -> {
          long done = 0;
          try (java.sql.Connection connection = DriverManager.getConnection(url);
              PreparedStatement insert = connection.prepareStatement(INSERT)) {
            while (System.nanoTime() < until) {
              insert.setObject(1, facility);
              insert.setObject(2, ids.next());
              insert.setObject(3, ids.next());
              insert.setObject(4, unit);
              insert.setObject(5, unit);
              insert.setObject(6, LocalDate.of(2026, 11, 22));
              insert.setBytes(7, new byte[32]);
              Timestamp now = Timestamp.from(Instant.now());
              insert.setTimestamp(8, now);
              insert.setTimestamp(9, now);
              insert.setTimestamp(10, now);
              insert.executeUpdate();
              done++;
            }
          }
          return done;
        });
  }

  private static final String INSERT =
      """
      INSERT INTO raw_response (facility_id, response_id, discharge_id, unit_id, kiosk_id, touchpoint, channel,
        respondent, language, instrument, standing, day,
        diagnosis, diagnosis_channel, treatment, treatment_channel, next_steps, next_steps_channel,
        body_digest, answered_at, received_at, closed_at)
      VALUES (?, ?, ?, ?, ?, 'at-discharge', 'kiosk', 'patient', 'en', 1, 'complete', ?,
        'yes', 'kiosk', 'partly', 'kiosk', 'no', 'kiosk', ?, ?, ?, ?)
      """;

  private static void makeRawTable(String url) throws Exception {
    try (java.sql.Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE raw_response (LIKE response INCLUDING DEFAULTS INCLUDING INDEXES)");
    }
  }

  private void makeVisits(String url, Hospital hospital) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < VISITS; i++) {
      visitCodes.add(visitCode(i).text());
      rows.append(hospital.facility()).append('\t').append(ids.next()).append('\t');
      rows.append(hospital.ward4()).append("\tB-").append(i).append('\t');
      rows.append(visitCodes.get(i)).append("\t2026-11-22 10:00:00+00\t2026-11-22\ten\t");
      rows.append("2026-11-22 10:00:00+00\t2026-11-22 10:00:00+00\n");
    }
    try (java.sql.Connection connection = DriverManager.getConnection(url)) {
      connection
          .unwrap(org.postgresql.PGConnection.class)
          .getCopyAPI()
          .copyIn(
              """
              COPY discharge (facility_id, discharge_id, unit_id, visit_number, visit_code, discharged_at, day,
                language, standing_at, created_at) FROM STDIN
              """,
              new java.io.StringReader(rows.toString()));
      try (var statement = connection.createStatement()) {
        statement.execute("VACUUM ANALYZE discharge");
      }
    }
  }

  /** Scattered over the alphabet as random ones are, without the chance of meeting twice. */
  private static VisitCode visitCode(int i) {
    long scattered = (i * 2_654_435_761L) & 0x7_FFFF_FFFFL;
    StringBuilder payload = new StringBuilder();
    for (int character = 0; character < 7; character++) {
      payload.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt((int) (scattered & 31)));
      scattered >>= 5;
    }
    return VisitCode.of(payload.toString());
  }
}
