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
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
            // Requests under way were drained before; this is for connections that are idle.
            .shutdownGracePeriod(Duration.ofMillis(500))
            .shutdownHook(false)
            .directHandlers(
                DirectHandlers.builder()
                    .addHandler(EventType.BAD_REQUEST, new Unreadable())
                    .addHandler(EventType.INTERNAL_ERROR, new Unreadable())
                    .addHandler(EventType.PAYLOAD_TOO_LARGE, new Unreadable())
                    .build())
            .addFeature(observing(checks));
    settings.tls().ifPresent(tls -> server.tls(tls(tls)));
    WebServer started = server.build().start();
    // Helidon logs that it could not listen, and returns as if it did.
    if (!started.isRunning()) {
      throw taken(settings);
    }
    return new Web(started, api, settings.grace());
  }

  /** Asked before anything else is started, and before Helidon, which answers in stack traces. */
  static void requireFreePort(Settings.Web settings) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.bind(), settings.port()));
    } catch (BindException e) {
      throw String.valueOf(e.getMessage()).contains("in use")
          ? taken(settings)
          : unbindable(settings, e);
    } catch (IOException | IllegalArgumentException e) {
      throw unbindable(settings, e);
    }
  }

  private static Settings.Unusable taken(Settings.Web settings) {
    return new Settings.Unusable(
        "Port %d is taken. Stop what uses it, or set HOMEWARD_PORT to another."
            .formatted(settings.port()));
  }

  private static Settings.Unusable unbindable(Settings.Web settings, Exception reason) {
    return new Settings.Unusable(
        "Nothing can listen on %s port %d (%s). Set HOMEWARD_BIND and HOMEWARD_PORT to what this machine has."
            .formatted(settings.bind(), settings.port(), reason.getMessage()));
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
    boolean interrupted = false;
    try {
      api.drain(grace);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    // It refuses to stop on an interrupted thread, so that is put off.
    server.stop();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
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
    try {
      Keys keys =
          Keys.builder()
              .pem(
                  pem ->
                      pem.key(Resource.create(files.key()))
                          .certChain(Resource.create(files.certificate())))
              .build();
      return Tls.builder().privateKey(keys).privateKeyCertChain(keys).build();
    } catch (RuntimeException e) {
      throw new Settings.Unusable(
          "HOMEWARD_TLS_CERT and HOMEWARD_TLS_KEY name no certificate and key in PEM form that can be read (%s)."
              .formatted(e.getMessage()));
    }
  }
}
