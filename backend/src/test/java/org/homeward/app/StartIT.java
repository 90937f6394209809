package org.homeward.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.homeward.db.DataDirectory;
import org.homeward.db.EmbeddedServer;
import org.homeward.db.Migrations;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person who starts it is told when it cannot start. */
class StartIT {
  @TempDir private static Path database;
  private static DataDirectory databaseDirectory;
  private static EmbeddedServer server;

  @TempDir private Path directory;

  @BeforeAll
  static void startDatabase() {
    // The library unpacks PostgreSQL once a JVM: not into the directory that is removed first.
    assertFalse(TestDatabase.serviceUrl().isEmpty());
    databaseDirectory = DataDirectory.open(database);
    server = EmbeddedServer.start(databaseDirectory);
  }

  @AfterAll
  static void stopDatabase() {
    server.close();
    databaseDirectory.close();
  }

  @Test
  void aTakenPortIsNamedAndNothingIsLeftRunning() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String said = refusal(taken.getLocalPort(), Map.of());
      assertTrue(said.contains("Port " + taken.getLocalPort() + " is taken"), said);
      assertTrue(said.contains("HOMEWARD_PORT"), said);
      assertEquals(List.of(), ChildService.postgres(data()));
    }
  }

  @Test
  void aDataDirectoryInUseIsNamed() throws Exception {
    try (DataDirectory held = DataDirectory.open(data())) {
      String said = refusal(Map.of());
      assertTrue(said.contains("Another Homeward is running"), said);
      assertTrue(said.contains(held.path().toString()), said);
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedIsSaidToBeAway() throws Exception {
    String nowhere = server.serviceUrl().replaceFirst("127.0.0.1:\\d+", "127.0.0.1:1");
    assertTrue(
        refusal(Map.of("HOMEWARD_DB_URL", nowhere))
            .contains("database of HOMEWARD_DB_URL cannot be reached"));
    assertTrue(
        refusal(Map.of("HOMEWARD_DB_URL", nowhere, "HOMEWARD_DB_OWNER_URL", nowhere))
            .contains("database of HOMEWARD_DB_OWNER_URL cannot be reached"));
  }

  @Test
  void aWrongPasswordIsSaidToBeWrongAndNotRepeated() throws Exception {
    String said =
        refusal(
            Map.of(
                "HOMEWARD_DB_URL",
                server.serviceUrl().replaceFirst("password=.*", "password=guess")));
    assertTrue(said.contains("refuses the user or the password of HOMEWARD_DB_URL"), said);
    assertFalse(said.contains("guess"), said);
  }

  @Test
  void aDatabaseWithoutTablesOrRightsSaysWhichRoleIsMissing() throws Exception {
    String without = refusal(Map.of("HOMEWARD_DB_URL", server.serviceUrl()));
    assertTrue(without.contains("Set HOMEWARD_DB_OWNER_URL"), without);
    Migrations.apply(server.ownerUrl(), "homeward_service");
    asSuperuser("CREATE ROLE visitor LOGIN PASSWORD 'visiting'");
    String visitor = server.serviceUrl().replaceFirst("user=.*", "user=visitor&password=visiting");
    String said = refusal(Map.of("HOMEWARD_DB_URL", visitor));
    assertTrue(said.contains("The role visitor of HOMEWARD_DB_URL has no rights"), said);
  }

  @Test
  void aUrlThatIsNoneIsExplained() throws Exception {
    String said = refusal(Map.of("HOMEWARD_DB_URL", "postgres://somewhere/secret"));
    assertTrue(said.contains("jdbc:postgresql://"), said);
    assertFalse(said.contains("secret"), said);
  }

  @Test
  void stoppingItWhileItStartsLeavesNoPostgresBehind() throws Exception {
    ChildService service = ChildService.launch(data(), ServiceUnderTest.freePort(), Map.of());
    Eventually.holds("PostgreSQL runs", () -> !ChildService.postgres(data()).isEmpty());
    assertFalse(service.output().contains("ready"), "it is still starting");
    service.stop();
    assertEquals(List.of(), ChildService.postgres(data()));
  }

  private String refusal(Map<String, String> environment) throws Exception {
    return refusal(ServiceUnderTest.freePort(), environment);
  }

  /** One sentence, without a stack trace, and exit status 2. */
  private String refusal(int port, Map<String, String> environment) throws Exception {
    ChildService service = ChildService.launch(data(), port, environment);
    int status = service.awaitEnd();
    String said = service.output();
    assertEquals(2, status, said);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.startsWith("Homeward cannot start: "), said);
    return said;
  }

  private Path data() {
    return directory.resolve("data");
  }

  private static void asSuperuser(String sql) throws Exception {
    String password = Files.readString(database.resolve("postgres-passwords/superuser"));
    String url = server.serviceUrl().replaceFirst("user=.*", "user=postgres&password=" + password);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
