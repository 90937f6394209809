package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;

class StaffStopIT {
  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Browser staff = hospital.staff();

  @Test
  void whatAPatientSaysToStaffStopsTheirNumberAndTheLedgerNamesThePerson() {
    String discharge = discharge("V-1", Map.of("phone", "+1 202 555 0123"));
    for (int i = 0; i < 2; i++) {
      assertEquals(
          204,
          staff.post(hospital.at(noTexts(discharge)), Map.of()).status(),
          "a second changes nothing");
    }
    List<String> ledger =
        TestDatabase.database()
            .rows(
                """
                SELECT e.event || ' ' || split_part(e.source, ':', 1) AS line FROM suppression_event e
                JOIN contact k ON k.facility_id = e.facility_id AND k.phone_hash = e.phone_hash
                WHERE e.facility_id = ?
                """,
                row -> row.text("line"),
                UUID.fromString(hospital.facility()));
    assertEquals(List.of("stop person"), ledger);
  }

  @Test
  void aDischargeWithoutANumberHasNothingToStop() {
    String discharge = discharge("V-1", Map.of());
    assertEquals("discharge-unknown", staff.post(hospital.at(noTexts(discharge)), Map.of()).code());
    assertEquals(
        403,
        hospital.colleague("analyst").post(hospital.at(noTexts(discharge)), Map.of()).status());
  }

  @Test
  void theEmergencyNumberIsWhatPatientsDialAndNothingElse() {
    assertEquals("911", emergency("911").text("number"));
    assertTrue(emergency("").body().path("number").isNull());
    assertEquals("facility-malformed", emergency("call my son").code());
  }

  private Browser.Answer emergency(String number) {
    return staff.put(hospital.at("/api/v1/emergency-number"), Map.of("number", number));
  }

  private String discharge(String visit, Map<String, Object> more) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "visitNumber",
                visit,
                "unitId",
                hospital.ward4(),
                "dischargedAt",
                Instant.now().minus(Duration.ofHours(1)).toString(),
                "language",
                "en"));
    body.putAll(more);
    return staff.post(hospital.at("/api/v1/discharges"), body).text("id");
  }

  private static String noTexts(String discharge) {
    return "/api/v1/discharges/" + discharge + "/no-texts";
  }
}
