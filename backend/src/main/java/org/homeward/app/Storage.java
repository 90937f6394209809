package org.homeward.app;

import java.time.Duration;
import java.util.Optional;
import org.homeward.db.DataDirectory;
import org.homeward.db.Database;
import org.homeward.db.DatabaseSettings;
import org.homeward.db.EmbeddedServer;
import org.homeward.db.Migrations;

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

  static Storage open(Settings.Storage settings) {
    DataDirectory directory = DataDirectory.open(settings.data());
    Optional<EmbeddedServer> server = Optional.empty();
    try {
      if (settings.url().isEmpty()) {
        server = Optional.of(EmbeddedServer.start(directory));
      }
      String url = settings.url().or(() -> Optional.empty()).orElse("");
      if (server.isPresent()) {
        url = server.get().serviceUrl();
      }
      Optional<String> ownerUrl = server.map(EmbeddedServer::ownerUrl).or(settings::ownerUrl);
      if (ownerUrl.isPresent()) {
        Migrations.apply(ownerUrl.get(), Migrations.roleOf(url));
      }
      Database database =
          Database.open(
              new DatabaseSettings(
                  url, settings.pool(), Duration.ofSeconds(3), Duration.ofSeconds(30)));
      return new Storage(directory, server, database);
    } catch (RuntimeException e) {
      server.ifPresent(EmbeddedServer::close);
      directory.close();
      throw e;
    }
  }

  DataDirectory directory() {
    return directory;
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
    server.ifPresent(EmbeddedServer::close);
    directory.close();
  }
}
