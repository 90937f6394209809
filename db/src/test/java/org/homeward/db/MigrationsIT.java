package org.homeward.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsIT {
  private static final Database DATABASE = TestDatabase.database();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (id integer)",
        "ALTER TABLE response ADD COLUMN mine integer",
        "DROP TABLE response",
        "TRUNCATE response",
        "ALTER TABLE response DISABLE TRIGGER ALL",
        "DELETE FROM response",
        "DELETE FROM discharge",
        "UPDATE consent SET given_at = now()",
        "DELETE FROM consent",
        "UPDATE suppression_event SET event = 'start'",
        "DELETE FROM suppression_event",
        "UPDATE instrument_wording SET wording = ''",
      })
  void theServicesRoleCanNeitherChangeTheSchemaNorTouchWhatIsAppendOnly(String sql) {
    RuntimeException refused = assertThrows(RuntimeException.class, () -> DATABASE.change(sql));
    assertTrue(
        Failures.sqlState(refused).equals("42501"), () -> "insufficient_privilege: " + refused);
  }

  @Test
  void applyingTwiceChangesNothing() {
    long before = applied();
    Migrations.apply(TestDatabase.ownerUrl(), ServiceRole.of(TestDatabase.serviceUrl()));
    assertEquals(before, applied());
  }

  @Test
  void everyTableHasAComment() {
    List<String> silent =
        DATABASE.rows(
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
              AND relname <> 'flyway_schema_history' AND obj_description(oid, 'pg_class') IS NULL
            """,
            row -> row.text("relname"));
    assertEquals(List.of(), silent);
  }

  @Test
  void theSessionsZoneIsNotUtc() {
    String zone =
        DATABASE
            .row("SELECT current_setting('TimeZone') AS zone", row -> row.text("zone"))
            .orElseThrow();
    assertEquals("Pacific/Chatham", zone);
  }

  private static long applied() {
    try (var connection = java.sql.DriverManager.getConnection(TestDatabase.ownerUrl());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM flyway_schema_history")) {
      rows.next();
      return rows.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
