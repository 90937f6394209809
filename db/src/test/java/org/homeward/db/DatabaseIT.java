package org.homeward.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatabaseIT {
  private static final Database DATABASE = TestDatabase.database();

  @Test
  void valuesComeBackAsTheyWent() {
    UUID id = UUID.randomUUID();
    Instant instant = Instant.parse("2026-03-29T01:30:00.123456Z");
    LocalDate day = LocalDate.of(2026, 2, 28);
    byte[] bytes = {0, 1, (byte) 0xff};
    var seen =
        DATABASE.row(
            """
            SELECT CAST(? AS uuid) AS id, CAST(? AS timestamptz) AS instant, CAST(? AS date) AS day,
              CAST(? AS bytea) AS bytes, CAST(? AS text) AS nothing,
              CAST(? AS text[]) AS texts, CAST(? AS uuid[]) AS uuids
            """,
            row -> {
              assertEquals(id, row.uuid("id"));
              assertEquals(instant, row.instant("instant"));
              assertEquals(day, row.day("day"));
              assertArrayEquals(bytes, row.bytes("bytes"));
              assertEquals(Optional.empty(), row.optionalText("nothing"));
              assertEquals(List.of("a", "ü"), row.texts("texts"));
              assertEquals(List.of(id), row.uuids("uuids"));
              return row;
            },
            id,
            instant,
            day,
            bytes,
            null,
            new String[] {"a", "ü"},
            new UUID[] {id});
    assertTrue(seen.isPresent());
  }

  @Test
  void aFailedTransactionLeavesNothing() {
    UUID facility = UUID.randomUUID();
    assertThrows(
        ConstraintViolated.class,
        () ->
            DATABASE.transact(
                statements -> {
                  insertFacility(statements, facility);
                  return insertFacility(statements, facility);
                }));
    assertEquals(
        List.of(),
        DATABASE.rows(
            "SELECT name FROM facility WHERE facility_id = ?", row -> row.text("name"), facility));
  }

  @Test
  void noFailureKeepsAConnection() {
    try (Database small =
        Database.open(
            new DatabaseSettings(
                TestDatabase.serviceUrl(), 2, Duration.ofSeconds(1), Duration.ofSeconds(5)))) {
      for (int i = 0; i < 10; i++) {
        assertThrows(RuntimeException.class, () -> small.change("SELECT nonsense"));
        assertThrows(RuntimeException.class, () -> small.change("SELECT ?, ?", 1));
        assertThrows(RuntimeException.class, () -> small.change("SELECT ?", new Object()));
        assertThrows(
            IllegalStateException.class,
            () ->
                small.rows(
                    "SELECT 1 AS one",
                    row -> {
                      throw new IllegalStateException("the mapper failed");
                    }));
      }
      assertEquals(0, small.activeConnections());
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsUnavailable() {
    String nobodyListens = "jdbc:postgresql://127.0.0.1:1/homeward?user=nobody";
    try (Database away =
        Database.open(
            new DatabaseSettings(
                nobodyListens, 1, Duration.ofMillis(300), Duration.ofSeconds(1)))) {
      assertThrows(DatabaseUnavailable.class, () -> away.change("SELECT 1"));
    }
  }

  @Test
  void aStatementThatTakesTooLongIsEndedAndMayBeRepeatedLater() {
    try (Database impatient =
        Database.open(
            new DatabaseSettings(
                TestDatabase.serviceUrl(), 1, Duration.ofSeconds(1), Duration.ofMillis(100)))) {
      assertThrows(
          DatabaseUnavailable.class,
          () -> impatient.row("SELECT 1 AS one FROM pg_sleep(60)", row -> row.integer("one")));
      assertEquals(0, impatient.activeConnections());
    }
  }

  private static long insertFacility(Statements statements, UUID facility) {
    return statements.change(
        "INSERT INTO facility (facility_id, name, zone, languages) VALUES (?, 'One', 'UTC', '{en}')",
        facility);
  }
}
