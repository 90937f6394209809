package org.homeward.app;

import java.time.Duration;
import java.util.Optional;
import org.homeward.db.DataDirectory;
import org.homeward.db.Database;
import org.homeward.db.DatabaseSettings;
import org.homeward.db.EmbeddedServer;
import org.homeward.db.Migrations;
import org.homeward.db.ServiceRole;

/** The data directory and the database, embedded or external, migrated. */
final class Storage implements AutoCloseable {
  private final DataDirectory directory;
  private final Optional<EmbeddedServer> server;
  private final Database database;

  private Storage(DataDirectory directory, Optional<EmbeddedServer> server, Database database) {
    this.directory = directory;
    this.server = server;
    this.database = database;
  }

  /** The directory stays the caller's to close. */
  static Storage open(DataDirectory directory, Settings.Storage settings) {
    Optional<EmbeddedServer> server =
        settings.url().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedServer.start(directory));
    try {
      String url = server.map(EmbeddedServer::serviceUrl).or(settings::url).orElseThrow();
      server
          .map(EmbeddedServer::ownerUrl)
          .or(settings::ownerUrl)
          .ifPresent(ownerUrl -> Migrations.apply(ownerUrl, ServiceRole.of(url)));
      ServiceRole.check(url);
      return new Storage(directory, server, Database.open(databaseSettings(url, settings)));
    } catch (RuntimeException | Error e) {
      server.ifPresent(EmbeddedServer::close);
      throw e;
    }
  }

  private static DatabaseSettings databaseSettings(String url, Settings.Storage settings) {
    return new DatabaseSettings(
        url, settings.pool(), Duration.ofSeconds(3), Duration.ofSeconds(30));
  }

  DataDirectory directory() {
    return directory;
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    try {
      database.close();
    } finally {
      server.ifPresent(EmbeddedServer::close);
    }
  }
}
