package org.homeward.app;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.db.TestDatabase;
import org.homeward.http.ProblemCode;
import org.homeward.http.Route;
import org.homeward.sms.twilio.TwilioAccount;
import org.junit.jupiter.api.Test;

/** The API's description is the API: both ways for routes, and in every answer for bodies. */
class OpenApiIT {
  /** Served by the web server itself, not by a route of ours. */
  private static final Set<String> BESIDE_ROUTES =
      Set.of("GET /health/live", "GET /health/ready", "GET /metrics");

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());

  @Test
  void everyRouteIsDescribedWithItsPermissionAndEveryDescribedRouteIsServed() {
    Map<String, String> described = new TreeMap<>(describedPermissions());
    described.keySet().removeAll(BESIDE_ROUTES);
    assertEquals(described, servedPermissions());
  }

  @Test
  void everyRouteSaysWhoMayCallItInTheWayThatItChecks() {
    operations()
        .forEach(
            (name, operation) -> {
              Set<String> schemes = new TreeSet<>();
              operation.path("security").forEach(one -> Described.names(one).forEach(schemes::add));
              assertEquals(
                  switch (operation.path("x-permission").asText()) {
                    case "signed-in", "organisation-administrator", "analyst", "administrator" ->
                        Set.of("session");
                    case "discharge-source" -> Set.of("service", "session");
                    case "kiosk", "kiosk-token" -> Set.of("kiosk");
                    case "link" -> Set.of("link");
                    default -> name.contains("/sms/") ? Set.of("twilio") : Set.of();
                  },
                  schemes,
                  name);
            });
  }

  @Test
  void everyProblemIsDescribedWithItsStatus() {
    Map<String, Integer> described = new TreeMap<>();
    for (JsonNode response : Described.document().whole().at("/components/responses")) {
      JsonNode parts = response.at("/content/application~1problem+json/schema/allOf/1/properties");
      parts
          .at("/code/enum")
          .forEach(code -> described.put(code.asText(), parts.at("/status/const").asInt()));
    }
    assertEquals(
        Arrays.stream(ProblemCode.values())
            .collect(Collectors.toMap(ProblemCode::code, ProblemCode::status)),
        described);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Described document = Described.document();
    document
        .whole()
        .findValuesAsText("$ref")
        .forEach(ref -> assertTrue(document.whole().at(ref.substring(1)).isObject(), ref));
  }

  @Test
  void theDocumentIsServed() {
    Browser.Answer answer = hospital.stranger().get("/openapi");
    assertEquals("3.1.0", answer.text("openapi"));
    assertEquals(Described.document().whole(), answer.body());
  }

  @Test
  void anAnswerThatIsNotDescribedIsFound() {
    Described document = Described.document();
    String session = "/api/v1/session";
    assertThrows(
        AssertionError.class,
        () -> document.hold(exchange("GET", session, 418, "application/json", "{}")));
    assertThrows(
        AssertionError.class,
        () -> document.hold(exchange("GET", session, 200, "application/json", "{\"more\":1}")));
    assertThrows(
        AssertionError.class,
        () -> document.hold(exchange("GET", session, 200, "text/html", "<p>")));
    assertThrows(
        AssertionError.class,
        () -> document.hold(exchange("GET", "/api/v1/none", 200, "application/json", "{}")));
  }

  @Test
  void healthAndMetricsAnswerAsDescribedAndSayOnceThatTheyAreNotKept() {
    for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
      Browser.Answer answer = hospital.stranger().get(path);
      assertEquals(200, answer.status(), path);
      List<String> caching = answer.whole().headers().allValues("Cache-Control");
      assertEquals(caching.stream().distinct().toList(), caching, path);
    }
  }

  @Test
  void settingUpAndEnrollingAnswerAsDescribed() {
    Browser staff = hospital.staff();
    assertEquals(200, staff.get("/api/v1/session").status());
    assertEquals(201, staff.post(hospital.at("/api/v1/units"), Map.of("name", "Ward 6")).status());
    assertEquals(
        "name-taken", staff.post(hospital.at("/api/v1/units"), Map.of("name", "Ward 6")).code());
    String address = "MG" + UUID.randomUUID().toString().replace("-", "");
    assertEquals(
        201, staff.post(hospital.at("/api/v1/senders"), Map.of("address", address)).status());
    assertEquals(
        "sender-taken",
        staff.post(hospital.at("/api/v1/senders"), Map.of("address", address)).code());
    assertEquals(201, hospital.enrol(hospital.ward4()).status());
    String kiosk = staff.get(hospital.at("/api/v1/kiosks")).body().at("/items/0/id").asText();
    assertEquals(
        204, staff.post(hospital.at("/api/v1/kiosks/" + kiosk + "/revocation"), "").status());
    assertEquals(
        "not-found",
        staff.post(hospital.at("/api/v1/kiosks/" + UUID.randomUUID() + "/revocation"), "").code());
  }

  @Test
  void aTabletsDayAnswersAsDescribed() {
    Browser kiosk = hospital.kiosk();
    assertEquals(200, kiosk.with("Homeward-App-Version", "1.2").get("/api/v1/kiosk").status());
    String visit = hospital.visitCode("V-1");
    assertEquals(200, kiosk.post("/api/v1/kiosk/visits", Map.of("visitCode", visit)).status());
    String response = "/api/v1/responses/" + UUID.randomUUID();
    String body = submission(visit, answers("yes", "partly", "no"));
    assertEquals(201, kiosk.put(response, body).status());
    assertEquals(200, kiosk.put(response, body).status());
    assertEquals(409, kiosk.put(response, body + " ").status());
    assertEquals(
        List.of("at-discharge"),
        kiosk
            .post("/api/v1/kiosk/visits", Map.of("visitCode", visit))
            .body()
            .path("answered")
            .valueStream()
            .map(JsonNode::asText)
            .toList());
  }

  @Test
  void dischargesAnswerAsDescribed() {
    Browser staff = hospital.staff();
    Map<String, Object> entered =
        Map.of(
            "visitNumber",
            "V-1",
            "unitId",
            hospital.ward4(),
            "dischargedAt",
            Instant.now().minus(Duration.ofHours(1)).toString(),
            "language",
            "es",
            "phone",
            "+1 202 555 0123",
            "consent",
            Map.of("wordingVersion", 1, "language", "es"));
    Browser.Answer created = staff.post(hospital.at("/api/v1/discharges"), entered);
    assertEquals("created", created.text("outcome"));
    assertEquals("0123", created.text("phoneEnding"));
    String discharge = "/api/v1/discharges/" + created.text("id");
    assertEquals(200, staff.get(hospital.at(discharge)).status());
    assertEquals(
        200, staff.patch(hospital.at(discharge), Map.of("unitId", hospital.ward5())).status());
    assertEquals(
        "died",
        staff
            .post(hospital.at(discharge + "/standing"), Map.of("standing", "died"))
            .text("standing"));
    assertEquals(
        created.text("id"),
        staff
            .post(hospital.at("/api/v1/discharges/lookup"), Map.of("visitNumber", "V-1"))
            .text("id"));
    for (int i = 2; i < 5; i++) {
      hospital.discharge("V-" + i);
    }
    Browser.Answer page = staff.get(hospital.at("/api/v1/discharges?limit=3"));
    assertEquals(3, page.body().path("items").size());
    Browser.Answer rest =
        staff.get(hospital.at("/api/v1/discharges?limit=3&after=" + page.text("next")));
    assertEquals(1, rest.body().path("items").size());
    assertTrue(rest.body().path("next").isNull());
  }

  private static Described.Exchange exchange(
      String method, String path, int status, String type, String body) {
    return new Described.Exchange(method, path, "", status, Optional.of(type), body);
  }

  /** With a carrier, so that its routes are there too. */
  private static ServiceUnderTest startWithSandbox() {
    var account =
        new TwilioAccount(
            "AC00000000000000000000000000000000",
            "secret",
            Optional.of(URI.create("http://localhost:9")),
            Duration.ofSeconds(1));
    var sandbox = new Settings.Carrier.Sandbox(account, URI.create("http://localhost:9"));
    return ServiceUnderTest.start(TestDatabase.serviceUrl(), 8, sandbox, Clock.systemUTC());
  }

  private static Map<String, String> servedPermissions() {
    try (ServiceUnderTest service = startWithSandbox()) {
      return service.routes().stream()
          .collect(
              Collectors.toMap(
                  route -> route.method().text() + " " + route.path(),
                  OpenApiIT::permission,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  private static String permission(Route route) {
    return route.permission().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, String> describedPermissions() {
    return operations().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().path("x-permission").asText()));
  }

  private static Map<String, JsonNode> operations() {
    JsonNode paths = Described.document().whole().path("paths");
    return Described.names(paths)
        .flatMap(
            path ->
                paths.path(path).properties().stream()
                    .map(
                        entry ->
                            Map.entry(
                                entry.getKey().toUpperCase(Locale.ROOT) + " " + path,
                                entry.getValue())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
