package org.homeward.metrics.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.homeward.app.Described;
import org.homeward.db.Database;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.facility.postgres.PostgresFacilities;
import org.homeward.http.Authentication;
import org.homeward.http.Caller;
import org.homeward.http.HttpApi;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Route;
import org.homeward.http.SessionCookie;
import org.homeward.metrics.Freezing;
import org.homeward.metrics.Trends;
import org.homeward.metrics.postgres.Hospital;
import org.homeward.metrics.postgres.PostgresBaselines;
import org.homeward.metrics.postgres.PostgresChanges;
import org.homeward.metrics.postgres.PostgresCounting;

/** The metrics routes on a real server, for somebody who is signed in. */
final class MetricsServer implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T15:00:00Z"));
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;

  MetricsServer(FacilityId facility, Caller.Role role) {
    Caller.Person person =
        new Caller.Person(UUID.randomUUID(), "ada", false, Map.of(facility, role));
    HttpApi api = new HttpApi(routes(), new SignedIn(person), new SessionCookie(false), 8);
    server = WebServer.builder().port(0).routing(api::register).build().start();
  }

  void passSeconds(long seconds) {
    now.updateAndGet(instant -> instant.plusSeconds(seconds));
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode(), response.body());
    return MAPPER.readTree(response.body());
  }

  JsonNode created(String path, String body) throws Exception {
    HttpResponse<String> response = post(path, body);
    assertEquals(201, response.statusCode(), response.body());
    return MAPPER.readTree(response.body());
  }

  @Override
  public void close() {
    client.close();
    server.stop();
  }

  private List<Route> routes() {
    Database database = Hospital.DATABASE;
    InstantSource clock = now::get;
    Ids ids = new Ids(clock);
    PostgresFacilities facilities = new PostgresFacilities(database);
    PostgresCounting counting = new PostgresCounting(database);
    PostgresBaselines baselines = new PostgresBaselines(database);
    return Stream.of(
            new TrendRoutes(facilities, new Trends(counting, baselines, clock), clock).routes(),
            new BaselineRoutes(facilities, baselines, new Freezing(counting, baselines, ids, clock))
                .routes(),
            new ChangeRoutes(facilities, new PostgresChanges(database), ids, clock).routes())
        .flatMap(List::stream)
        .toList();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
        .header("Cookie", "homeward=ada");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return Described.hold(client.send(request.build(), HttpResponse.BodyHandlers.ofString()), "");
  }

  private record SignedIn(Caller.Person who) implements Authentication {
    @Override
    public Optional<Caller.Person> person(String sessionCookie) {
      return Optional.of(who);
    }

    @Override
    public Optional<Caller.HospitalSystem> system(String bearerToken) {
      return Optional.empty();
    }

    @Override
    public Caller.Kiosk kiosk(String bearerToken) {
      throw new Problem(ProblemCode.KIOSK_UNKNOWN, "There are no kiosks here.");
    }
  }
}
