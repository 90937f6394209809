package org.homeward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.facility.FacilityId;
import org.homeward.token.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {
  private static final String STAFF_ROUTES =
      """
      GET,   /api/v1/discharges
      POST,  /api/v1/discharges
      POST,  /api/v1/discharges/lookup
      POST,  /api/v1/discharges/import
      GET,   /api/v1/discharges/0193b0a0-0000-7000-8000-000000000000
      PATCH, /api/v1/discharges/0193b0a0-0000-7000-8000-000000000000
      POST,  /api/v1/discharges/0193b0a0-0000-7000-8000-000000000000/standing
      GET,   /api/v1/kiosks
      POST,  /api/v1/kiosk-enrolments
      POST,  /api/v1/kiosks/0193b0a0-0000-7000-8000-000000000000/revocation
      POST,  /api/v1/units
      POST,  /api/v1/senders
      POST,  /api/v1/service-tokens
      """;

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Browser stranger = hospital.stranger();

  @ParameterizedTest
  @CsvSource(textBlock = STAFF_ROUTES)
  void whoIsNotSignedInIsAskedTo(String method, String path) {
    assertEquals("sign-in-required", stranger.send(method, hospital.at(path), "{}").code());
  }

  @ParameterizedTest
  @CsvSource(textBlock = STAFF_ROUTES)
  void anAdministratorOfAnotherFacilityFindsNoneHere(String method, String path) {
    Browser outsider = Hospital.open(ServiceUnderTest.shared()).colleague("administrator");
    Answer answer = outsider.send(method, hospital.at(path), "{}");
    assertEquals("facility-unknown", answer.code());
    assertEquals(
        answer.whole().body(),
        outsider.send(method, path + "?facility=" + UUID.randomUUID(), "{}").whole().body(),
        "A facility that is there is not told from one that is not");
  }

  @ParameterizedTest
  @CsvSource(textBlock = STAFF_ROUTES)
  void anAnalystNeitherWritesNorSeesDischargesOrDevices(String method, String path) {
    assertEquals(
        "forbidden", hospital.colleague("analyst").send(method, hospital.at(path), "{}").code());
  }

  @Test
  void onlyAnOrganisationsAdministratorMakesFacilities() {
    assertEquals(
        "forbidden", hospital.colleague("administrator").post("/api/v1/facilities", "{}").code());
  }

  @Test
  void whoHasOneFacilityNeedNotNameIt() {
    assertEquals(200, hospital.colleague("administrator").get("/api/v1/discharges").status());
  }

  @Test
  void aDischargeOfAnotherFacilityIsUnknownHere() {
    Hospital elsewhere = Hospital.open(ServiceUnderTest.shared());
    Answer theirs = elsewhere.discharge("V-1");
    Browser staff = hospital.staff();
    String path = "/api/v1/discharges/" + theirs.text("id");
    assertEquals("discharge-unknown", staff.get(hospital.at(path)).code());
    assertEquals("discharge-unknown", staff.patch(hospital.at(path), Map.of()).code());
    assertEquals(
        "discharge-unknown",
        staff.post(hospital.at(path + "/standing"), Map.of("standing", "died")).code());
    for (Map<String, String> by :
        List.of(Map.of("visitNumber", "V-1"), Map.of("visitCode", theirs.text("visitCode")))) {
      assertEquals(
          "discharge-unknown", staff.post(hospital.at("/api/v1/discharges/lookup"), by).code());
    }
  }

  @Test
  void aUnitOfAnotherFacilityIsUnknownHere() {
    Hospital elsewhere = Hospital.open(ServiceUnderTest.shared());
    assertEquals(
        "unit-unknown",
        hospital
            .staff()
            .post(
                hospital.at("/api/v1/kiosk-enrolments"),
                Map.of("unitId", elsewhere.ward4(), "name", "By the door"))
            .code());
    Answer discharge = hospital.discharge("V-1");
    assertEquals(
        "unit-unknown",
        hospital
            .staff()
            .patch(
                hospital.at("/api/v1/discharges/" + discharge.text("id")),
                Map.of("unitId", elsewhere.ward4()))
            .code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "Basic eDp5", "bearer \u00e9", "\u00e9"})
  void aGarbledAuthorizationIsNoKiosks(String header) {
    Browser garbled = stranger.with("Authorization", header);
    assertEquals("kiosk-unknown", garbled.get("/api/v1/kiosk").code());
    assertEquals("kiosk-unknown", put(garbled).code());
  }

  @Test
  void aTokenThatNobodyGaveOutIsUnknown() {
    FacilityId here = new FacilityId(UUID.fromString(hospital.facility()));
    for (FacilityId facility : List.of(here, new FacilityId(UUID.randomUUID()))) {
      Browser forger = stranger.bearing(Token.random(facility).text());
      assertEquals("kiosk-unknown", forger.get("/api/v1/kiosk").code());
      assertEquals("kiosk-unknown", put(forger).code());
      assertEquals("token-refused", forger.post(hospital.at("/api/v1/discharges"), "{}").code());
    }
  }

  @Test
  void aRevokedKioskIsRefusedFromItsNextRequestOn() {
    Browser kiosk = hospital.kiosk();
    String id = kiosk.get("/api/v1/kiosk").text("id");
    assertEquals(201, put(kiosk).status());
    assertEquals(
        204,
        hospital.staff().post(hospital.at("/api/v1/kiosks/" + id + "/revocation"), "").status());
    assertEquals("kiosk-revoked", put(kiosk).code());
    assertEquals("kiosk-revoked", kiosk.get("/api/v1/kiosk").code());
    assertEquals(
        "kiosk-revoked",
        kiosk.post("/api/v1/kiosk/visits", Map.of("visitCode", "00000000")).code());
  }

  @Test
  void aKioskOfAnotherFacilityIsNotRevokedFromHere() {
    Hospital elsewhere = Hospital.open(ServiceUnderTest.shared());
    Browser kiosk = elsewhere.kiosk();
    String id = kiosk.get("/api/v1/kiosk").text("id");
    assertEquals(
        "not-found",
        hospital.staff().post(hospital.at("/api/v1/kiosks/" + id + "/revocation"), "").code());
    assertEquals(201, put(kiosk).status());
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example",
    "Origin, null",
  })
  void whatAnotherSitePostsIsRefusedSignedInOrNot(String header, String value) {
    for (Browser browser : List.of(hospital.staff(), stranger)) {
      Browser crossing = browser.with(header, value);
      assertEquals("cross-site", crossing.post("/api/v1/session", "{}").code());
      assertEquals("cross-site", crossing.delete("/api/v1/session").code());
      assertEquals("cross-site", crossing.post(hospital.at("/api/v1/units"), "{}").code());
    }
    assertEquals(200, hospital.staff().with(header, value).get("/api/v1/session").status());
  }

  @Test
  void whatOurOwnPagesPostIsTaken() {
    String origin = ServiceUnderTest.shared().url().toString();
    Answer answer =
        hospital
            .staff()
            .with("Origin", origin)
            .with("Sec-Fetch-Site", "same-origin")
            .post(hospital.at("/api/v1/units"), Map.of("name", "Ward 6"));
    assertEquals(201, answer.status());
  }

  @Test
  void aServiceTokenSendsDischargesAndDoesNothingElse() {
    Browser system = stranger.bearing(serviceToken());
    String unit = hospital.ward4();
    Map<String, String> discharge =
        Map.of(
            "visitNumber", "V-1",
            "unitId", unit,
            "dischargedAt", "2026-11-20T10:00:00-06:00",
            "language", "en");
    assertEquals(201, system.post("/api/v1/discharges", discharge).status());
    assertEquals(200, system.post(hospital.at("/api/v1/discharges"), discharge).status());
    assertEquals("sign-in-required", system.get(hospital.at("/api/v1/discharges")).code());
    assertEquals(
        "sign-in-required",
        system.post(hospital.at("/api/v1/discharges/lookup"), Map.of("visitNumber", "V-1")).code());
    assertEquals(
        "sign-in-required",
        system.post(hospital.at("/api/v1/units"), Map.of("name", "Ward 6")).code());
    assertEquals("sign-in-required", system.get("/api/v1/session").code());
    assertEquals("kiosk-unknown", system.get("/api/v1/kiosk").code());
    assertEquals("kiosk-unknown", put(system).code());
  }

  @Test
  void aServiceTokenWritesIntoNoOtherFacility() {
    Hospital elsewhere = Hospital.open(ServiceUnderTest.shared());
    assertEquals(
        "facility-unknown",
        stranger
            .bearing(serviceToken())
            .post(elsewhere.at("/api/v1/discharges"), Map.of("visitNumber", "V-1"))
            .code());
  }

  @Test
  void aKiosksTokenSendsNoDischarges() {
    assertEquals(
        "token-refused", hospital.kiosk().post(hospital.at("/api/v1/discharges"), "{}").code());
  }

  private String serviceToken() {
    String token =
        hospital
            .staff()
            .post(hospital.at("/api/v1/service-tokens"), Map.of("name", "The hospital's system"))
            .text("token");
    assertNotEquals("", token);
    return token;
  }

  private static Answer put(Browser browser) {
    return browser.put(
        "/api/v1/responses/" + UUID.randomUUID(),
        Hospital.submission("", Hospital.answers("yes", "yes", "no")));
  }
}
