package org.homeward.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * One migrated PostgreSQL for all tests of a JVM: the embedded one, or the one that {@code
 * HOMEWARD_DB_URL} and {@code HOMEWARD_DB_OWNER_URL} name. Tests share it, so each makes its own
 * facility and looks at that only.
 *
 * <p>The JVM's zone, which the driver makes the session's, is not UTC in tests (see the parent
 * POM): what forgets a zone fails.
 */
public final class TestDatabase {
  private static final TestDatabase SHARED = start();

  private final String ownerUrl;
  private final String serviceUrl;
  private final Database database;

  private TestDatabase(String ownerUrl, String serviceUrl) {
    this.ownerUrl = ownerUrl;
    this.serviceUrl = serviceUrl;
    this.database = Database.open(DatabaseSettings.of(serviceUrl));
  }

  /** As the service's limited role. */
  public static Database database() {
    return SHARED.database;
  }

  public static String serviceUrl() {
    return SHARED.serviceUrl;
  }

  public static String ownerUrl() {
    return SHARED.ownerUrl;
  }

  /** As the owner: for what the service must not be able to do. */
  public static void asOwner(String sql) {
    try (Connection connection = DriverManager.getConnection(SHARED.ownerUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestDatabase start() {
    Map<String, String> environment = System.getenv();
    String ownerUrl = environment.get("HOMEWARD_DB_OWNER_URL");
    String serviceUrl = environment.get("HOMEWARD_DB_URL");
    if (ownerUrl == null || serviceUrl == null) {
      EmbeddedServer server = embedded();
      ownerUrl = server.ownerUrl();
      serviceUrl = server.serviceUrl();
    }
    Migrations.apply(ownerUrl, ServiceRole.of(serviceUrl));
    return new TestDatabase(ownerUrl, serviceUrl);
  }

  private static EmbeddedServer embedded() {
    try {
      Path directory = Files.createTempDirectory("homeward-test");
      EmbeddedServer server = EmbeddedServer.start(DataDirectory.open(directory));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
