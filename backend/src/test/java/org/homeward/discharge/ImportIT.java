package org.homeward.discharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.app.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportIT {
  private static final String HEADER = "visit_number,unit,discharged_at,language,phone,consent\n";
  private static final String GOOD = "V-1,Ward 4,2026-11-20 10:00,en,+12025550123,yes\n";

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());

  @Test
  void aRowIsADischargeAndTheSameFileAgainChangesNothing() {
    assertSummary(1, 0, 0, send(HEADER + GOOD));
    assertSummary(0, 1, 0, send(HEADER + GOOD));
    assertSummary(0, 0, 1, send(HEADER + GOOD.replace("Ward 4", "ward 5")));
    Answer discharge = lookUp("V-1");
    assertEquals("2026-11-20T16:00:00Z", discharge.text("dischargedAt"));
    assertEquals("0123", discharge.text("phoneEnding"));
    assertFalse(discharge.body().path("consent").isNull());
  }

  @Test
  void whatSpreadsheetsWriteIsRead() {
    String file =
        """
        "visit_number","unit","discharged_at","language"
        "V-1","Ward 4","2026-11-20T10:00:00-06:00","en"

         V-2 , Ward 5 ,2026-11-20T16:00:00Z,es""";
    String asExcelSavesIt = "\uFEFF" + file.replace("\n", "\r\n");
    assertSummary(2, 0, 0, send(asExcelSavesIt));
    assertEquals(lookUp("V-1").text("dischargedAt"), lookUp("V-2").text("dischargedAt"));
  }

  @ParameterizedTest
  @CsvSource({
    "Ward 4, Ward 9, unit",
    "2026-11-20 10:00, yesterday, discharged-at",
    "2026-11-20 10:00, 0026-11-20 10:00, discharged-at",
    "2026-11-20 10:00, +99999-01-01T10:00:00Z, discharged-at",
    "',en,', ',tlh,', language",
    "+12025550123, hello, phone",
    "',yes', ',perhaps', consent",
    "V-1, '', visit-number",
    "V-1, V-0, visit-number-twice",
    "',yes', '', columns",
    "',yes', ',yes,yes', columns",
  })
  void aFlawIsNamedByItsLineAndNothingIsStored(String good, String bad, String code) {
    Answer refused =
        send(
            HEADER
                + GOOD.replace("V-1", "V-0")
                + "\n"
                + GOOD.replace(good, bad)
                + GOOD.replace("V-1", "V-2"));
    assertEquals("import-refused", refused.code());
    assertEquals(1, refused.body().path("problems").size());
    assertEquals(4, refused.body().at("/problems/0/line").asInt());
    assertEquals(code, refused.body().at("/problems/0/code").asText());
    assertFalse(refused.whole().body().contains("202555"));
    assertEquals("discharge-unknown", lookUp("V-0").code());
    assertEquals("discharge-unknown", lookUp("V-2").code());
  }

  @Test
  void everyFlawIsNamedAndNoneRepeatsWhatWasWritten() {
    Answer refused =
        send(HEADER + GOOD.replace("+12025550123", "2025550") + "V-2,Ward 9,never,tlh,x,x\n");
    assertEquals(
        List.of("2 phone", "3 unit", "3 discharged-at", "3 language", "3 phone", "3 consent"),
        refused
            .body()
            .path("problems")
            .valueStream()
            .map(flaw -> flaw.path("line").asInt() + " " + flaw.path("code").asText())
            .toList());
    assertFalse(refused.whole().body().contains("2025550"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "hello",
        "visit_number,unit\nV-1,Ward 4\n",
        "visit_number,visit_number,unit,discharged_at,language\n",
        "visit_number,unit,discharged_at,language,name\nV-1,Ward 4,2026-11-20 10:00,en,Ada\n",
        "{\"visitNumber\":\"V-1\"}",
      })
  void aFileWithAnotherHeaderIsRefused(String file) {
    Answer refused = send(file);
    assertEquals("import-refused", refused.code());
    assertEquals(1, refused.body().at("/problems/0/line").asInt());
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedByTheLineItBeginsOn() {
    Answer refused = send(HEADER + GOOD + "\"V-2,Ward 4,2026-11-20 10:00,en,,\n");
    assertEquals("import-refused", refused.code());
    assertEquals(3, refused.body().at("/problems/0/line").asInt());
    assertEquals("not-csv", refused.body().at("/problems/0/code").asText());
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() {
    String session = Hospital.signIn(hospital.stranger(), ServiceUnderTest.PASSWORD);
    byte[] latin1 =
        (HEADER + GOOD.replace("V-1", "N\u00fa\u00f1ez"))
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    try (Wire wire = new Wire(ServiceUnderTest.shared().url())) {
      Wire.Answer answer =
          wire.request(
                  "POST " + hospital.at("/api/v1/discharges/import"),
                  "Cookie: " + session + "\r\nContent-Type: text/csv\r\n",
                  latin1)
              .answer();
      assertEquals(422, answer.status());
      assertTrue(answer.body().contains("not-utf-8"), answer.body());
    }
  }

  @Test
  void aThousandRowsAreTakenTogether() {
    String rows =
        IntStream.range(0, 1_000)
            .mapToObj(
                i -> GOOD.replace("V-1", "V-" + i).replace("0123", "%04d".formatted(100 + i % 100)))
            .collect(Collectors.joining());
    assertSummary(1_000, 0, 0, send(HEADER + rows));
    assertSummary(0, 1_000, 0, send(HEADER + rows));
    Answer refused =
        send(HEADER + rows.replace("V-999,Ward 4", "V-999,Ward 9").replace("en", "es"));
    assertEquals(1_001, refused.body().at("/problems/0/line").asInt());
    assertEquals("en", lookUp("V-0").text("language"));
  }

  @Test
  void aServiceTokenImportsToo() {
    String token =
        hospital
            .staff()
            .post(hospital.at("/api/v1/service-tokens"), Map.of("name", "Nightly"))
            .text("token");
    assertSummary(
        1,
        0,
        0,
        hospital
            .stranger()
            .bearing(token)
            .with("Content-Type", "text/csv")
            .post("/api/v1/discharges/import", HEADER + GOOD));
  }

  @Test
  void aFileOfMoreThanTenMegabytesIsRefused() {
    String filler = ("#" + UUID.randomUUID()).repeat(300_000);
    assertEquals("body-too-large", send(HEADER + filler).code());
  }

  private Answer send(String csv) {
    return hospital
        .staff()
        .with("Content-Type", "text/csv")
        .post(hospital.at("/api/v1/discharges/import"), csv);
  }

  private Answer lookUp(String visitNumber) {
    return hospital
        .staff()
        .post(hospital.at("/api/v1/discharges/lookup"), Map.of("visitNumber", visitNumber));
  }

  private static void assertSummary(int created, int unchanged, int corrected, Answer answer) {
    assertEquals(200, answer.status(), answer.whole().body());
    assertEquals(
        List.of(created, unchanged, corrected),
        List.of(
            answer.body().path("created").asInt(),
            answer.body().path("unchanged").asInt(),
            answer.body().path("corrected").asInt()));
  }
}
