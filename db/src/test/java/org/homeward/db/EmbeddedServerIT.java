package org.homeward.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerIT {

  @Test
  void theServerItselfSaysThatCommitsAreDurable(@TempDir Path directory) throws SQLException {
    try (DataDirectory data = DataDirectory.open(directory);
        EmbeddedServer server = EmbeddedServer.start(data)) {
      assertEquals("on", ask(server.serviceUrl(), "SHOW fsync"));
      assertEquals("on", ask(server.serviceUrl(), "SHOW synchronous_commit"));
      assertEquals("on", ask(server.serviceUrl(), "SHOW full_page_writes"));
    }
  }

  @Test
  void aWrongPasswordIsRefused(@TempDir Path directory) {
    try (DataDirectory data = DataDirectory.open(directory);
        EmbeddedServer server = EmbeddedServer.start(data)) {
      String url = server.serviceUrl().replaceAll("password=.*", "password=guess");
      assertThrows(SQLException.class, () -> ask(url, "SELECT 1"));
      String superuser = server.serviceUrl().replaceAll("user=.*", "user=postgres");
      assertThrows(SQLException.class, () -> ask(superuser, "SELECT 1"));
    }
  }

  @Test
  void aPostgresLeftRunningByACrashIsStoppedAndItsDataIsThere(@TempDir Path directory)
      throws Exception {
    Process crashing =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingService.class.getName(),
                directory.toString())
            .inheritIO()
            .start();
    assertEquals(CrashingService.CRASHED, crashing.waitFor());
    assertFalse(
        new Orphans(directory.resolve("postgres-programs")).running().isEmpty(),
        "PostgreSQL outlived its service");
    try (DataDirectory data = DataDirectory.open(directory);
        EmbeddedServer server = EmbeddedServer.start(data)) {
      assertEquals("42", ask(server.ownerUrl(), "SELECT answer FROM kept"));
    }
  }

  /** As after a reboot, or after the server itself was killed. */
  @Test
  void aFileOfADeadPostgresWhoseNumberALivingProcessHasIsNoHindrance(@TempDir Path directory)
      throws Exception {
    try (DataDirectory data = DataDirectory.open(directory)) {
      Path file = directory.resolve("postgres/postmaster.pid");
      String left;
      try (EmbeddedServer server = EmbeddedServer.start(data)) {
        assertEquals("1", ask(server.serviceUrl(), "SELECT 1"));
        left = Files.readString(file);
      }
      Process stranger = new ProcessBuilder("sleep", "600").start();
      try {
        Files.writeString(file, left.replaceFirst("\\d+", Long.toString(stranger.pid())));
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
          assertEquals("1", ask(server.serviceUrl(), "SELECT 1"));
        }
        assertTrue(stranger.isAlive(), "the stranger was left alone");
      } finally {
        stranger.destroyForcibly();
      }
    }
  }

  /** Stores a row and ends without stopping anything, as a killed process does. */
  static final class CrashingService {
    static final int CRASHED = 99;

    public static void main(String[] arguments) throws SQLException {
      EmbeddedServer server = EmbeddedServer.start(DataDirectory.open(Path.of(arguments[0])));
      ask(server.ownerUrl(), "CREATE TABLE kept AS SELECT 42 AS answer; SELECT 1");
      Runtime.getRuntime().halt(CRASHED);
    }
  }

  @Test
  void whatAHalfFinishedFirstStartLeftIsMadeAnew(@TempDir Path directory) throws Exception {
    Files.createFile(directory.resolve("postgres.making"));
    Files.createDirectories(directory.resolve("postgres/base"));
    Files.writeString(directory.resolve("postgres/PG_VERSION"), "18");
    try (DataDirectory data = DataDirectory.open(directory);
        EmbeddedServer server = EmbeddedServer.start(data)) {
      assertEquals("1", ask(server.serviceUrl(), "SELECT 1"));
    }
  }

  @Test
  void aClusterThatWasRestoredByItselfIsNeverRemoved(@TempDir Path directory) throws Exception {
    Path restored = Files.createDirectories(directory.resolve("postgres")).resolve("precious");
    Files.writeString(restored, "data");
    try (DataDirectory data = DataDirectory.open(directory)) {
      assertThrows(RuntimeException.class, () -> EmbeddedServer.start(data).close());
    }
    assertTrue(Files.exists(restored));
  }

  @Test
  void twoServicesCannotUseOneDataDirectory(@TempDir Path directory) {
    try (DataDirectory data = DataDirectory.open(directory)) {
      Exception refused =
          assertThrows(StorageUnusable.class, () -> DataDirectory.open(data.path()));
      assertTrue(String.valueOf(refused.getMessage()).contains("set HOMEWARD_DATA"));
    }
  }

  static String ask(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      boolean result = statement.execute(sql);
      while (!result) {
        result = statement.getMoreResults();
      }
      ResultSet rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }
}
