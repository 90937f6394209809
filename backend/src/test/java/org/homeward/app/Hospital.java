package org.homeward.app;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.TestDatabase;
import org.homeward.token.Token;

/**
 * A facility of its own for one test, made the way people make one: St. Ada in Chicago, with Ward 4
 * and Ward 5, an administrator who is signed in, and tablets.
 */
public final class Hospital {
  private final Browser stranger;
  private final Browser staff;
  private final String facility;
  private final String ward4;
  private final String ward5;

  private Hospital(Browser stranger, Browser staff, String facility, String ward4, String ward5) {
    this.stranger = stranger;
    this.staff = staff;
    this.facility = facility;
    this.ward4 = ward4;
    this.ward5 = ward5;
  }

  public static Hospital open(ServiceUnderTest service) {
    return open(service.url());
  }

  public static Hospital open(URI url) {
    Browser stranger = new Browser(url);
    Browser staff = stranger.with("Cookie", signIn(stranger, ServiceUnderTest.PASSWORD));
    String facility =
        staff
            .post(
                "/api/v1/facilities",
                Map.of(
                    "name",
                    "St. Ada " + UUID.randomUUID(),
                    "zone",
                    "America/Chicago",
                    "languages",
                    List.of("en", "es")))
            .text("id");
    return new Hospital(
        stranger,
        staff,
        facility,
        unit(staff, facility, "Ward 4"),
        unit(staff, facility, "Ward 5"));
  }

  /** The session's cookie. */
  public static String signIn(Browser browser, String password) {
    Browser.Answer answer =
        browser.post("/api/v1/session", Map.of("name", "admin", "password", password));
    return answer.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private static String unit(Browser staff, String facility, String name) {
    return staff.post("/api/v1/units?facility=" + facility, Map.of("name", name)).text("id");
  }

  public Browser stranger() {
    return stranger;
  }

  /** The administrator's browser. */
  public Browser staff() {
    return staff;
  }

  /** Somebody else with this role here, signed in: put into the database, as no route does yet. */
  public Browser colleague(String role) {
    String name = "colleague-" + UUID.randomUUID();
    UUID person = UUID.randomUUID();
    byte[] session = Token.randomBytes(32);
    Database database = TestDatabase.database();
    database.change(
        "INSERT INTO person (person_id, name, password_hash) VALUES (?, ?, 'none')", person, name);
    database.change(
        "INSERT INTO membership (facility_id, person_id, role) VALUES (CAST(? AS uuid), ?, ?)",
        facility,
        person,
        role);
    database.change(
        """
        INSERT INTO session (session_hash, person_id, created_at, last_seen_at)
        VALUES (?, ?, now(), now())
        """,
        Token.sha256(session),
        person);
    return stranger.with(
        "Cookie", "homeward=" + Base64.getUrlEncoder().withoutPadding().encodeToString(session));
  }

  public String facility() {
    return facility;
  }

  public String ward4() {
    return ward4;
  }

  public String ward5() {
    return ward5;
  }

  /** The path with this facility named in its query. */
  public String at(String path) {
    return path + (path.contains("?") ? "&" : "?") + "facility=" + facility;
  }

  /** A tablet on Ward 4, enrolled with a code from the dashboard. */
  public String kioskToken() {
    return enrol(ward4).text("token");
  }

  public Browser.Answer enrol(String unit) {
    String code =
        staff
            .post(at("/api/v1/kiosk-enrolments"), Map.of("unitId", unit, "name", "By the door"))
            .text("code");
    return stranger.post("/api/v1/kiosk/enrolment", Map.of("code", code));
  }

  public Browser kiosk() {
    return stranger.bearing(kioskToken());
  }

  /** A discharge from Ward 4 an hour ago; its visit code. */
  public Browser.Answer discharge(String visitNumber) {
    return staff.post(
        at("/api/v1/discharges"),
        Map.of(
            "visitNumber",
            visitNumber,
            "unitId",
            ward4,
            "dischargedAt",
            Instant.now().minusSeconds(3600).toString(),
            "language",
            "en"));
  }

  public String visitCode(String visitNumber) {
    return discharge(visitNumber).text("visitCode");
  }

  /** A complete submission of these answers for a visit. */
  public static String submission(String visitCode, Map<String, String> answers) {
    try {
      Map<String, Object> body =
          new java.util.LinkedHashMap<>(
              Map.of(
                  "touchpoint", "at-discharge",
                  "channel", "kiosk",
                  "respondent", "patient",
                  "language", "en",
                  "instrument", 1,
                  "outcome", "complete",
                  "answers", answers,
                  "answeredAt", "2026-11-22T10:15:00Z"));
      if (!visitCode.isEmpty()) {
        body.put("visitCode", visitCode);
      }
      return Browser.JSON.writeValueAsString(body);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Map<String, String> answers(String diagnosis, String treatment, String nextSteps) {
    return Map.of("diagnosis", diagnosis, "treatment", treatment, "next-steps", nextSteps);
  }
}
