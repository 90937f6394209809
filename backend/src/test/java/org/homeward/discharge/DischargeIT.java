package org.homeward.discharge;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DischargeIT {
  private static final String PHONE = "+12025550123";
  private static final Map<String, Object> CONSENT = Map.of("wordingVersion", 1, "language", "en");

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Browser staff = hospital.staff();

  @Test
  void theSameVisitNumberWithTheSameContentIsTheSameDischarge() {
    Map<String, Object> content = content("V-1");
    Answer first = enter(content);
    Answer second = enter(content);
    assertEquals(201, first.status());
    assertEquals(200, second.status());
    assertEquals("unchanged", second.text("outcome"));
    assertEquals(first.text("id"), second.text("id"));
    assertEquals(first.text("visitCode"), second.text("visitCode"));
    assertTrue(second.body().path("correctedAt").isNull());
    assertEquals("unchanged", enter(with(content, "visitNumber", " V-1 ")).text("outcome"));
    assertEquals(
        "unchanged", enter(with(content, "dischargedAt", "2026-11-20T16:00:00Z")).text("outcome"));
  }

  @Test
  void consentThatComesAgainIsNotGivenTwice() {
    Map<String, Object> content = with(with(content("V-1"), "phone", PHONE), "consent", CONSENT);
    Answer first = enter(content);
    Answer second = enter(with(content, "phone", "(202) 555-0123"));
    assertEquals("unchanged", second.text("outcome"));
    assertEquals(first.body().path("consent"), second.body().path("consent"));
    assertEquals(1, consents());
  }

  @Test
  void consentWithoutANumberIsNoneAndNoCorrectionOfItself() {
    Map<String, Object> content = with(content("V-1"), "consent", CONSENT);
    assertTrue(enter(content).body().path("consent").isNull());
    assertEquals("unchanged", enter(content).text("outcome"));
    assertEquals(0, consents());
  }

  @ParameterizedTest
  @CsvSource({
    "unitId, ward5",
    "dischargedAt, 2026-11-21T10:00:00-06:00",
    "language, es",
    "phone, +12025550199",
  })
  void otherContentUnderTheSameVisitNumberIsACorrection(String field, String value) {
    Answer first = enter(content("V-1"));
    Object other = value.equals("ward5") ? hospital.ward5() : value;
    Answer corrected = enter(with(content("V-1"), field, other));
    assertEquals(200, corrected.status());
    assertEquals("corrected", corrected.text("outcome"));
    assertEquals(first.text("id"), corrected.text("id"));
    assertEquals(first.text("visitCode"), corrected.text("visitCode"));
    assertFalse(corrected.body().path("correctedAt").isNull());
  }

  @Test
  void aCorrectionOfUnitAndDayTakesTheResponsesAndTheRollupWithIt() {
    Answer discharge = enter(content("V-1"));
    respond(discharge.text("visitCode"));
    enter(content("V-2"));
    assertEquals(List.of("ward4 2026-11-20 1"), counted());
    assertEquals(counted(), rolledUp());
    patch(discharge, Map.of("unitId", hospital.ward5()));
    assertEquals(List.of("ward5 2026-11-20 1"), counted());
    assertEquals(counted(), rolledUp());
    // Half past eleven at night in Chicago, when the next day has begun in UTC.
    patch(discharge, Map.of("dischargedAt", "2026-11-19T05:30:00Z"));
    assertEquals(List.of("ward5 2026-11-18 1"), counted());
    assertEquals(counted(), rolledUp());
    enter(content("V-1"));
    assertEquals(List.of("ward4 2026-11-20 1"), counted());
    assertEquals(counted(), rolledUp());
  }

  @Test
  void aCorrectionOfThePhoneWithdrawsTheConsentToTheOldNumber() {
    Map<String, Object> content = with(with(content("V-1"), "phone", PHONE), "consent", CONSENT);
    enter(content);
    Answer corrected = enter(with(with(content, "phone", "+12025550199"), "consent", null));
    assertEquals("0199", corrected.text("phoneEnding"));
    assertTrue(corrected.body().path("consent").isNull());
    assertEquals(1, consents());
    assertEquals(1, withdrawals());
  }

  @Test
  void consentThatACorrectionOfThePhoneLeavesIsRecordedForTheNewNumber() {
    Answer discharge = enter(with(with(content("V-1"), "phone", PHONE), "consent", CONSENT));
    Answer corrected = patch(discharge, Map.of("phone", "+12025550199"));
    assertEquals(1, corrected.body().at("/consent/wordingVersion").asInt());
    assertEquals(2, consents());
    assertEquals(1, withdrawals());
    Answer removed = patch(discharge, nothing("phone"));
    assertTrue(removed.body().path("phoneEnding").isNull());
    assertTrue(removed.body().path("consent").isNull());
    assertEquals(2, withdrawals());
  }

  @Test
  void withdrawnConsentLeavesTheNumber() {
    Answer discharge = enter(with(with(content("V-1"), "phone", PHONE), "consent", CONSENT));
    Answer corrected = patch(discharge, nothing("consent"));
    assertEquals("0123", corrected.text("phoneEnding"));
    assertTrue(corrected.body().path("consent").isNull());
    assertEquals(1, withdrawals());
    patch(discharge, Map.of("consent", CONSENT));
    assertEquals(2, consents());
  }

  @Test
  void aPatchThatSaysWhatIsThereAlreadyCorrectsNothing() {
    Answer discharge = enter(with(with(content("V-1"), "phone", PHONE), "consent", CONSENT));
    for (Map<String, Object> same :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("language", "en"),
            Map.of("phone", PHONE),
            Map.of("consent", CONSENT))) {
      Answer answer = patch(discharge, same);
      assertTrue(answer.body().path("correctedAt").isNull(), "" + same);
    }
    assertEquals(1, consents());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "7",
        "\"phone\"",
        "{\"visitNumber\":\"V-9\"}",
        "{\"standing\":\"died\"}",
        "{\"unitId\":null}",
        "{\"unitId\":\"x\"}",
        "{\"unitId\":7}",
        "{\"dischargedAt\":null}",
        "{\"dischargedAt\":1790000000}",
        "{\"dischargedAt\":\"+999999999-12-31T00:00:00Z\"}",
        "{\"language\":null}",
        "{\"language\":\"tlh\"}",
        "{\"phone\":12025550123}",
        "{\"consent\":true}",
        "{\"consent\":{}}",
        "{\"consent\":{\"wordingVersion\":99,\"language\":\"en\"}}",
      })
  void aCorrectionThatCannotBeReadCorrectsNothing(String body) {
    Answer discharge = enter(content("V-1"));
    String path = hospital.at("/api/v1/discharges/" + discharge.text("id"));
    int status = staff.patch(path, body).status();
    assertTrue(status == 400 || status == 422, "" + status);
    assertTrue(staff.get(path).body().path("correctedAt").isNull());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "visitNumber, null",
        "visitNumber, ''",
        "visitNumber, '  '",
        "unitId, null",
        "dischargedAt, null",
        "dischargedAt, 0026-11-20T10:00:00Z",
        "dischargedAt, 2206-11-20T10:00:00Z",
        "language, null",
        "language, tlh",
      })
  void aDischargeLacksNothingAndSaysNothingThatCannotBe(String field, @Nullable String value) {
    assertEquals("discharge-malformed", enter(with(content("V-1"), field, value)).code());
  }

  @Test
  void aVisitNumberIsOneShortLine() {
    for (String number : List.of("x".repeat(65), "a\0b", "a\nb")) {
      assertEquals("discharge-malformed", enter(content(number)).code());
      assertEquals(
          "discharge-unknown",
          staff
              .post(hospital.at("/api/v1/discharges/lookup"), Map.of("visitNumber", number))
              .code());
    }
    assertEquals(201, enter(content("x".repeat(64))).status());
  }

  @Test
  void aUnitThatIsNotTheFacilitysIsUnknown() {
    assertEquals(
        "unit-unknown", enter(with(content("V-1"), "unitId", "" + UUID.randomUUID())).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "911",
        "555-0123",
        "+1 202 555 09",
        "+12025550123456789",
        "+999 1234567",
        "2025550123; DROP",
        "+1202555O123",
        "tel:",
        "\0"
      })
  void whatIsNoPhoneNumberIsRefusedAndNotRepeated(String phone) {
    Answer refused = enter(with(content("V-1"), "phone", phone));
    assertEquals(422, refused.status());
    assertEquals("phone-invalid", refused.code());
    assertFalse(refused.whole().body().contains(phone), refused.whole().body());
    assertEquals(
        "discharge-unknown",
        staff.post(hospital.at("/api/v1/discharges/lookup"), Map.of("visitNumber", "V-1")).code());
  }

  @Test
  void noAnswerShowsMoreOfANumberThanItsEnding() {
    Answer discharge = enter(with(content("V-1"), "phone", PHONE));
    String path = "/api/v1/discharges/" + discharge.text("id");
    for (Answer answer :
        List.of(
            discharge,
            staff.get(hospital.at(path)),
            staff.get(hospital.at("/api/v1/discharges")),
            staff.post(hospital.at(path + "/standing"), Map.of("standing", "readmitted")))) {
      assertFalse(answer.whole().body().contains("202555"), answer.whole().body());
      assertTrue(answer.whole().body().contains("\"0123\""), answer.whole().body());
    }
  }

  @Test
  void aStandingIsOneOfFive() {
    String path = "/api/v1/discharges/" + enter(content("V-1")).text("id") + "/standing";
    for (String standing : List.of("cancelled", "died", "readmitted", "excluded", "active")) {
      assertEquals(
          standing, staff.post(hospital.at(path), Map.of("standing", standing)).text("standing"));
    }
    for (String body : List.of("{}", "{\"standing\":\"DIED\"}", "{\"standing\":\"well\"}")) {
      assertEquals("discharge-malformed", staff.post(hospital.at(path), body).code());
    }
    assertEquals(
        "discharge-unknown",
        staff
            .post(
                hospital.at("/api/v1/discharges/" + UUID.randomUUID() + "/standing"),
                Map.of("standing", "died"))
            .code());
  }

  @Test
  void twoDischargesHaveTwoCodes() {
    assertNotEquals(
        enter(content("V-1")).text("visitCode"), enter(content("V-2")).text("visitCode"));
  }

  private Map<String, Object> content(String visitNumber) {
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

  private static Map<String, Object> with(
      Map<String, Object> content, String field, @Nullable Object value) {
    Map<String, Object> other = new HashMap<>(content);
    if (value == null) {
      other.remove(field);
    } else {
      other.put(field, value);
    }
    return other;
  }

  private static String nothing(String field) {
    return "{\"" + field + "\":null}";
  }

  private Answer enter(Map<String, Object> content) {
    return staff.post(hospital.at("/api/v1/discharges"), content);
  }

  private Answer patch(Answer discharge, Object body) {
    Answer answer = staff.patch(hospital.at("/api/v1/discharges/" + discharge.text("id")), body);
    assertEquals(200, answer.status());
    return answer;
  }

  private void respond(String visitCode) {
    assertEquals(
        201,
        hospital
            .kiosk()
            .put(
                "/api/v1/responses/" + UUID.randomUUID(),
                submission(visitCode, answers("yes", "yes", "no")))
            .status());
  }

  /** A recount. */
  private List<String> counted() {
    return cells("SELECT * FROM counted");
  }

  /** What charts are drawn from. */
  private List<String> rolledUp() {
    return cells(
        """
        SELECT facility_id, unit_id, day, responses FROM rollup
        UNION ALL SELECT facility_id, unit_id, day, responses FROM rollup_delta
        """);
  }

  private List<String> cells(String source) {
    return TestDatabase.database()
        .rows(
            """
            SELECT unit_id, CAST(day AS text) AS day, CAST(sum(responses) AS integer) AS n
            FROM (%s) source WHERE facility_id = CAST(? AS uuid)
            GROUP BY unit_id, day HAVING sum(responses) <> 0 ORDER BY day, unit_id
            """
                .formatted(source),
            row ->
                "%s %s %d"
                    .formatted(
                        row.uuid("unit_id").toString().equals(hospital.ward4()) ? "ward4" : "ward5",
                        row.text("day"),
                        row.integer("n")),
            hospital.facility());
  }

  private int consents() {
    return count("consent");
  }

  private int withdrawals() {
    return count("consent_withdrawal");
  }

  private int count(String table) {
    return TestDatabase.database()
        .row(
            "SELECT count(*) AS n FROM %s WHERE facility_id = CAST(? AS uuid)".formatted(table),
            row -> row.integer("n"),
            hospital.facility())
        .orElseThrow();
  }
}
