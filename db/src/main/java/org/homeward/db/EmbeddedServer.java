package org.homeward.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import javax.sql.DataSource;

/**
 * PostgreSQL from a jar, durable, kept in the data directory, with the two roles and one database
 * made on its first start. It listens on loopback only and asks every role for its password.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final String DATABASE = "homeward";
  private static final String OWNER = "homeward_owner";
  private static final String SERVICE = "homeward_service";
  private static final String MAKING = "postgres.making";

  private final EmbeddedPostgres postgres;
  private final Passwords passwords;

  private EmbeddedServer(EmbeddedPostgres postgres, Passwords passwords) {
    this.postgres = postgres;
    this.passwords = passwords;
  }

  /**
   * The caller holds the data directory, so whatever PostgreSQL still runs on it was orphaned by a
   * crash.
   */
  public static EmbeddedServer start(DataDirectory data) {
    Path cluster = data.path().resolve("postgres");
    Passwords passwords = Passwords.in(data.path());
    Orphans orphans = new Orphans(programs(data.path()));
    orphans.stop();
    removeStalePid(cluster);
    try {
      removeHalfMade(data.path(), cluster);
      EmbeddedPostgres postgres = builder(data.path(), cluster, passwords).start();
      EmbeddedServer server = new EmbeddedServer(postgres, passwords);
      server.makeRolesAndDatabase(data.path());
      return server;
    } catch (IOException | RuntimeException e) {
      orphans.stop();
      throw new StorageUnusable(
          "PostgreSQL did not start on %s. Look into %s for the reason."
              .formatted(cluster, log(data.path())),
          e);
    }
  }

  public String ownerUrl() {
    return url(OWNER, passwords.owner());
  }

  public String serviceUrl() {
    return url(SERVICE, passwords.service());
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path data, Path cluster, Passwords passwords) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(programs(data).toFile())
        // Recovery after a crash replays the log before the server answers.
        .setPGStartupWait(Duration.ofMinutes(2))
        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
        // The library asks initdb for "trust" first; the later options win.
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("pwfile", passwords.superuserFile().toString())
        .setLocaleConfig("locale", "C.UTF-8")
        .setConnectConfig("password", passwords.superuser())
        // It starts the server with -F and synchronous_commit=off, good for tests that may lose
        // data.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("max_wal_size", "1GB");
  }

  /**
   * No server of ours runs any more. A killed one has left its file, and where the number in it
   * belongs to another process by now (in a container that is likely), or to a dead one that nobody
   * has waited for, PostgreSQL would refuse to start.
   */
  private static void removeStalePid(Path cluster) {
    try {
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The mark is there from before initdb until the roles and the database are made. Where a crash
   * left it nothing was ever stored, and what there is of a cluster is made anew. Without the mark a
   * cluster is never touched: it may have been restored from a backup.
   */
  private static void removeHalfMade(Path data, Path cluster) throws IOException {
    if (Files.exists(data.resolve(MAKING)) && Files.exists(cluster)) {
      try (var files = Files.walk(cluster)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
    if (Files.notExists(cluster) && Files.notExists(data.resolve(MAKING))) {
      Files.createFile(data.resolve(MAKING));
    }
  }

  private void makeRolesAndDatabase(Path data) throws IOException {
    if (Files.notExists(data.resolve(MAKING))) {
      return;
    }
    DataSource superuser = postgres.getPostgresDatabase();
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(OWNER, passwords.owner()));
      statement.execute(
          "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(SERVICE, passwords.service()));
      statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException("The database and its roles could not be made", e);
    }
    Files.delete(data.resolve(MAKING));
  }

  private static Path programs(Path data) {
    return data.resolve("postgres-programs");
  }

  private static Path log(Path data) {
    return data.resolve("postgres.log");
  }

  private String url(String role, String password) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
        .formatted(postgres.getPort(), DATABASE, role, password);
  }
}
