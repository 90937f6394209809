package org.homeward.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.homeward.db.TestDatabase;
import org.homeward.http.Route;
import org.homeward.outreach.Keywords;

/** The whole service on the tests' database, for tests that speak HTTP to it. */
public final class ServiceUnderTest implements AutoCloseable {
  public static final String PASSWORD = "a password that only tests use";

  private final Service service;
  private final URI url;

  private ServiceUnderTest(Service service, URI url) {
    this.service = service;
    this.url = url;
  }

  /** One for all tests of this JVM; each test makes its own hospital in it. */
  public static ServiceUnderTest shared() {
    return Shared.SERVICE;
  }

  /** Started when a test asks for it, and not by who needs a free port only. */
  private static final class Shared {
    private static final ServiceUnderTest SERVICE = start();
  }

  public static ServiceUnderTest start() {
    return start(TestDatabase.serviceUrl(), 512, new Settings.Carrier.None(), Clock.systemUTC());
  }

  public static ServiceUnderTest start(
      String databaseUrl, int concurrency, Settings.Carrier carrier, InstantSource clock) {
    return start(databaseUrl, concurrency, 10, carrier, clock);
  }

  /** With few connections, for tests that use them up. */
  static ServiceUnderTest startWithPool(String databaseUrl, int pool) {
    return start(databaseUrl, 512, pool, new Settings.Carrier.None(), Clock.systemUTC());
  }

  private static ServiceUnderTest start(
      String databaseUrl,
      int concurrency,
      int pool,
      Settings.Carrier carrier,
      InstantSource clock) {
    int port = freePort();
    URI url = URI.create("http://localhost:" + port);
    Settings settings =
        new Settings(
            new Settings.Web(
                port, "127.0.0.1", url, Optional.empty(), concurrency, Duration.ofSeconds(10)),
            new Settings.Storage(
                directory(), Optional.of(databaseUrl), Optional.of(TestDatabase.ownerUrl()), pool),
            carrier,
            new Settings.Sending(0, 0, Keywords.US),
            new Settings.Staff(Optional.of(PASSWORD)),
            new Settings.Logging(false),
            false);
    return new ServiceUnderTest(Service.start(settings, clock), url);
  }

  Service service() {
    return service;
  }

  public URI url() {
    return url;
  }

  List<Route> routes() {
    return service.routes();
  }

  @Override
  public void close() {
    service.close();
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("homeward-service");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
