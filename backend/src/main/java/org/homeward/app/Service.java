package org.homeward.app;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.homeward.db.DataDirectory;
import org.homeward.db.Database;
import org.homeward.db.StorageUnusable;
import org.homeward.http.HttpApi;
import org.homeward.http.Route;
import org.homeward.http.SessionCookie;
import org.homeward.outreach.scheduler.Rounds;

/** The whole service, started and stopped. */
public final class Service implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Service.class.getName());

  private final Opened opened;
  private final Storage storage;
  private final HttpApi api;
  private final Web web;
  private final Optional<String> generatedPassword;

  private Service(
      Opened opened, Storage storage, HttpApi api, Web web, Optional<String> generatedPassword) {
    this.opened = opened;
    this.storage = storage;
    this.api = api;
    this.web = web;
    this.generatedPassword = generatedPassword;
  }

  /**
   * Throws {@link Settings.Unusable} and {@link StorageUnusable}, whose messages are for people,
   * and leaves nothing open when it throws.
   */
  public static Service start(Settings settings, InstantSource clock) {
    Opened opened = new Opened();
    try {
      return start(settings, clock, opened);
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  private static Service start(Settings settings, InstantSource clock, Opened opened) {
    DataDirectory directory = opened.add(DataDirectory.open(settings.storage().data()));
    Web.requireFreePort(settings.web());
    Storage storage = opened.add(Storage.open(directory, settings.storage()));
    Features features = opened.add(new Features(storage, settings, clock));
    Optional<String> generatedPassword = features.ensureAdministrator();
    features.ensureDemonstration();
    HttpApi api =
        new HttpApi(
            features.routes(),
            features.authentication(),
            SessionCookie.at(settings.web().publicUrl()),
            settings.web().concurrency());
    // Before the web, so that they end after it.
    opened.add(
        Rounds.start(storage.database().dataSource(), features.facilities(), features.rounds()));
    Web web = opened.add(Web.start(settings.web(), api, List.of(ready(storage.database(), api))));
    return new Service(opened, storage, api, web, generatedPassword);
  }

  public int port() {
    return web.port();
  }

  List<Route> routes() {
    return web.routes();
  }

  /** Of the first administrator, when this start made one and was given no password for it. */
  public Optional<String> generatedPassword() {
    return generatedPassword;
  }

  @Override
  public void close() {
    opened.close();
  }

  int connectionsInUse() {
    return storage.database().activeConnections();
  }

  int requestsUnderWay() {
    return api.requestsUnderWay();
  }

  boolean isStopping() {
    return api.isDraining();
  }

  private static HealthCheck ready(Database database, HttpApi api) {
    return new HealthCheck() {
      @Override
      public HealthCheckType type() {
        return HealthCheckType.READINESS;
      }

      @Override
      public String name() {
        return "database";
      }

      @Override
      public HealthCheckResponse call() {
        return HealthCheckResponse.builder().status(!api.isDraining() && answers(database)).build();
      }
    };
  }

  private static boolean answers(Database database) {
    try {
      return database.row("SELECT 1 AS one", row -> row.integer("one")).isPresent();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Not ready: {0}", e.getMessage());
      return false;
    }
  }
}
