package org.homeward.app;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.homeward.db.Database;
import org.homeward.db.DatabaseUnavailable;
import org.homeward.http.HttpApi;
import org.homeward.http.Route;
import org.homeward.http.SessionCookie;
import org.homeward.outreach.scheduler.Rounds;

/** The whole service, started and stopped. */
public final class Service implements AutoCloseable {
  private final Storage storage;
  private final Features features;
  private final Web web;
  private final Rounds rounds;
  private final Optional<String> generatedPassword;

  private Service(
      Storage storage,
      Features features,
      Web web,
      Rounds rounds,
      Optional<String> generatedPassword) {
    this.storage = storage;
    this.features = features;
    this.web = web;
    this.rounds = rounds;
    this.generatedPassword = generatedPassword;
  }

  public static Service start(Settings settings, InstantSource clock) {
    Storage storage = Storage.open(settings.storage());
    Features features = new Features(storage, settings, clock);
    Optional<String> generatedPassword = features.ensureAdministrator();
    features.ensureDemonstration();
    HttpApi api =
        new HttpApi(
            features.routes(),
            features.authentication(),
            SessionCookie.at(settings.web().publicUrl()),
            settings.web().concurrency());
    Web web = Web.start(settings.web(), api, List.of(ready(storage.database(), api)));
    Rounds rounds =
        Rounds.start(storage.database().dataSource(), features.facilities(), features.rounds());
    return new Service(storage, features, web, rounds, generatedPassword);
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
    web.close();
    rounds.close();
    features.close();
    storage.close();
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
    } catch (DatabaseUnavailable e) {
      return false;
    }
  }
}
