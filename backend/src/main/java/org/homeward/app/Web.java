package org.homeward.app;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import io.helidon.health.HealthCheck;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.time.Duration;
import java.util.List;
import org.homeward.http.HttpApi;
import org.homeward.http.Route;
import org.homeward.http.Unreadable;

/** The web server, with every limit set: Helidon's defaults are unlimited. */
final class Web implements AutoCloseable {
  private static final long LARGEST_BODY = 16L * 1024 * 1024;

  private final WebServer server;
  private final HttpApi api;
  private final Duration grace;

  private Web(WebServer server, HttpApi api, Duration grace) {
    this.server = server;
    this.api = api;
    this.grace = grace;
  }

  static Web start(Settings.Web settings, HttpApi api, List<HealthCheck> checks) {
    HttpRouting.Builder routing = HttpRouting.builder();
    Pages.register(routing, "https".equals(settings.publicUrl().getScheme()));
    api.register(routing);
    WebServerConfig.Builder server =
        WebServer.builder()
            .host(settings.bind())
            .port(settings.port())
            .routing(routing)
            .maxPayloadSize(LARGEST_BODY)
            .maxTcpConnections(4_096)
            .backlog(1_024)
            .idleConnectionTimeout(Duration.ofMinutes(2))
            .connectionOptions(options -> options.readTimeout(Duration.ofSeconds(30)))
            // Requests under way were drained before; this is for connections that are idle.
            .shutdownGracePeriod(Duration.ofMillis(500))
            .shutdownHook(false)
            .directHandlers(
                DirectHandlers.builder()
                    .addHandler(EventType.BAD_REQUEST, new Unreadable())
                    .addHandler(EventType.PAYLOAD_TOO_LARGE, new Unreadable())
                    .build())
            .addFeature(observing(checks));
    settings.tls().ifPresent(tls -> server.tls(tls(tls)));
    return new Web(server.build().start(), api, settings.grace());
  }

  int port() {
    return server.port();
  }

  List<Route> routes() {
    return api.routes();
  }

  /** Lets every accepted request finish, then stops listening. */
  @Override
  public void close() {
    try {
      api.drain(grace);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop();
  }

  private static ObserveFeature observing(List<HealthCheck> checks) {
    return ObserveFeature.builder()
        .observersDiscoverServices(false)
        .endpoint("/")
        .addObserver(
            HealthObserver.builder()
                .endpoint("health")
                .useSystemServices(false)
                .details(true)
                .addChecks(checks.toArray(HealthCheck[]::new))
                .build())
        .addObserver(MetricsObserver.builder().endpoint("metrics").build())
        .build();
  }

  private static Tls tls(Settings.Tls files) {
    Keys keys =
        Keys.builder()
            .pem(
                pem ->
                    pem.key(Resource.create(files.key()))
                        .certChain(Resource.create(files.certificate())))
            .build();
    return Tls.builder().privateKey(keys).privateKeyCertChain(keys).build();
  }
}
