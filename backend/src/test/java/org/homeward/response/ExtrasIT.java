package org.homeward.response;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What patients say besides the answers. */
class ExtrasIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> AGREED = Map.of("version", 1, "language", "es");

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Browser staff = hospital.staff();
  private final Browser kiosk = hospital.kiosk();

  @Test
  void aWishIsStoredWithItsResponseAndOnTheDeskAtOnce() {
    String visit = hospital.visitCode("V-1");
    String id = UUID.randomUUID().toString();
    String body = body(visit, Map.of("explain", List.of("next-steps", "treatment"))).toString();
    assertEquals(201, put(id, body).status());
    JsonNode concern = desk().at("/items/0");
    assertEquals("V-1", concern.path("visitNumber").asText());
    assertEquals("explain", concern.path("kind").asText());
    assertEquals("[\"treatment\",\"next-steps\"]", concern.path("items").toString());
    assertEquals(200, put(id, body).status());
    assertEquals(1, desk().path("items").size());
    assertEquals(
        List.of("treatment", "next-steps"),
        TestDatabase.database()
            .row(
                "SELECT explain FROM response WHERE response_id = CAST(? AS uuid)",
                row -> row.texts("explain"),
                id)
            .orElseThrow());
  }

  @Test
  void aWishCountsAlsoFromWhoComesSecondWithoutAVisitOrStopped() {
    String visit = hospital.visitCode("V-1");
    assertEquals(201, put(body(visit, Map.of())).status());
    Map<String, Object> wish = Map.of("explain", List.of("diagnosis"));
    assertEquals("superseded", put(body(visit, wish)).text("standing"));
    assertEquals(1, desk().path("items").size());
    assertEquals(201, put(body("", wish)).status());
    ObjectNode stopped = body(hospital.visitCode("V-2"), wish);
    stopped.put("outcome", "stopped").putObject("answers");
    assertEquals("stopped", put(stopped).text("standing"));
    assertEquals(3, desk().path("items").size());
  }

  @Test
  void aTeachBackIsSealedAtRestAndMarkedByStaff() {
    String said = "I will rest and drink water, canary-4711";
    assertEquals(201, put(body(hospital.visitCode("V-1"), Map.of("teachBack", said))).status());
    byte[] sealed =
        TestDatabase.database()
            .row(
                "SELECT said_sealed FROM teach_back WHERE facility_id = CAST(? AS uuid)",
                row -> row.bytes("said_sealed"),
                hospital.facility())
            .orElseThrow();
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("canary"));
    JsonNode unmarked = teachBacks().at("/items/0");
    assertEquals(said, unmarked.path("said").asText());
    assertEquals("V-1", unmarked.path("visitNumber").asText());
    String mark = hospital.at("/api/v1/teach-backs/" + unmarked.path("id").asText() + "/mark");
    assertEquals(
        "forbidden", hospital.colleague("analyst").post(mark, Map.of("verdict", "correct")).code());
    assertEquals("verdict-malformed", staff.post(mark, Map.of("verdict", "fine")).code());
    assertEquals(204, staff.post(mark, Map.of("verdict", "not-correct")).status());
    assertEquals(0, teachBacks().path("items").size());
    assertEquals(
        "forbidden", hospital.colleague("analyst").get(hospital.at("/api/v1/teach-backs")).code());
  }

  @Test
  void aNumberGoesToTheDischargeWithTheConsentThatWasRead() {
    String visit = hospital.visitCode("V-1");
    assertFalse(numberKnown(visit));
    assertEquals(201, put(body(visit, followUp("(202) 555-0123"))).status());
    assertTrue(numberKnown(visit));
    JsonNode discharge = discharge("V-1");
    assertEquals("0123", discharge.path("phoneEnding").asText());
    assertEquals(1, discharge.at("/consent/wordingVersion").asInt());
    assertEquals("es", discharge.at("/consent/language").asText());
    assertEquals(
        List.of("kiosk"),
        TestDatabase.database()
            .rows(
                "SELECT channel FROM consent WHERE facility_id = CAST(? AS uuid)",
                row -> row.text("channel"),
                hospital.facility()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "+1 202", "not a number", ""})
  void aNumberThatCannotBeTextedLosesNoAnswers(String number) {
    String visit = hospital.visitCode("V-1");
    assertEquals("counted", put(body(visit, followUp(number))).text("standing"));
    assertFalse(numberKnown(visit));
  }

  @Test
  void aConsentThatNobodyWroteIsNone() {
    String visit = hospital.visitCode("V-1");
    Map<String, Object> unheard =
        Map.of(
            "followUp",
            Map.of("number", "+12025550123", "consent", Map.of("version", 9, "language", "en")));
    assertEquals("counted", put(body(visit, unheard)).text("standing"));
    assertFalse(numberKnown(visit));
  }

  @Test
  void theNumberThatIsThereStays() {
    Map<String, Object> entered = new HashMap<>(entered("V-1"));
    entered.put("phone", "+1 202 555 0199");
    String visit = enter(entered).text("visitCode");
    assertEquals(201, put(body(visit, followUp("+12025550123"))).status());
    assertEquals("0199", discharge("V-1").path("phoneEnding").asText());
    assertTrue(discharge("V-1").path("consent").isNull());
  }

  @Test
  void aHospitalThatSendsTheDischargeAgainDoesNotTakeThePatientsNumberAway() {
    Map<String, Object> entered = entered("V-1");
    String visit = enter(entered).text("visitCode");
    put(body(visit, followUp("+12025550123")));
    assertEquals("unchanged", enter(entered).text("outcome"));
    Map<String, Object> moved = new HashMap<>(entered);
    moved.put("unitId", hospital.ward5());
    assertEquals("corrected", enter(moved).text("outcome"));
    assertEquals("0123", discharge("V-1").path("phoneEnding").asText());
    assertEquals("es", discharge("V-1").at("/consent/language").asText());
  }

  @Test
  void whatATabletDoesIsTheFacilitysChoice() {
    String options = hospital.at("/api/v1/kiosk-options");
    JsonNode usual = staff.get(options).body();
    assertTrue(usual.path("offerHelp").asBoolean());
    assertFalse(usual.path("askNumber").asBoolean());
    Map<String, Object> chosen =
        Map.of(
            "offerHelp", false,
            "askNumber", true,
            "teachBack", true,
            "keepAbandonedAnswers", true);
    assertEquals(200, staff.put(options, chosen).status());
    assertEquals("options-malformed", staff.put(options, Map.of("askNumber", true)).code());
    JsonNode setUp = kiosk.get("/api/v1/kiosk").body();
    assertEquals(JSON.valueToTree(chosen), setUp.path("options"));
    assertEquals(1, setUp.at("/consent/version").asInt());
  }

  private JsonNode desk() {
    return staff.get(hospital.at("/api/v1/concerns")).body();
  }

  private JsonNode teachBacks() {
    return staff.get(hospital.at("/api/v1/teach-backs?unit=" + hospital.ward4())).body();
  }

  private Answer put(ObjectNode body) {
    return put(UUID.randomUUID().toString(), body.toString());
  }

  private Answer put(String id, String body) {
    return kiosk.put("/api/v1/responses/" + id, body);
  }

  private boolean numberKnown(String visit) {
    return kiosk
        .post("/api/v1/kiosk/visits", Map.of("visitCode", visit))
        .body()
        .path("numberKnown")
        .asBoolean();
  }

  private JsonNode discharge(String visitNumber) {
    return staff
        .post(hospital.at("/api/v1/discharges/lookup"), Map.of("visitNumber", visitNumber))
        .body();
  }

  private Map<String, Object> entered(String visitNumber) {
    return Map.of(
        "visitNumber",
        visitNumber,
        "unitId",
        hospital.ward4(),
        "dischargedAt",
        "2026-11-20T10:00:00-06:00",
        "language",
        "en");
  }

  private Answer enter(Map<String, Object> entered) {
    return staff.post(hospital.at("/api/v1/discharges"), entered);
  }

  private static Map<String, Object> followUp(String number) {
    return Map.of("followUp", Map.of("number", number, "consent", AGREED));
  }

  private static ObjectNode body(String visit, Map<String, Object> extras) {
    try {
      ObjectNode body =
          (ObjectNode) JSON.readTree(submission(visit, answers("yes", "partly", "no")));
      extras.forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
      return body;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
