package org.homeward.response;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.homeward.sealing.TabletSeal;
import org.junit.jupiter.api.Test;

class RescueIT {
  private static final String NOWHERE = "7K3M9QX1";

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Answer enrolled = hospital.enrol(hospital.ward5());
  private final Browser kiosk = hospital.stranger().bearing(enrolled.text("token"));
  private final String kioskId = enrolled.body().at("/kiosk/id").asText();
  private final TabletSeal seal = TabletSeal.of(enrolled.body().path("kiosk"));
  private final UUID id = UUID.randomUUID();

  @Test
  void aRevokedTabletsQueueIsStoredOnceHoweverOftenItIsBrought() {
    byte[] sealed =
        seal.seal(id, submission(hospital.visitCode("V-1"), answers("yes", "partly", "no")));
    revoke();
    assertEquals("kiosk-revoked", put(sealed).code());
    assertEquals(List.of("stored"), bring(entry(id, sealed)));
    assertEquals(List.of("replayed"), bring(entry(id, sealed)));
    assertEquals(List.of("partly complete"), stored());
  }

  @Test
  void whatTheTabletHadSentAfterAllIsAReplay() {
    byte[] sealed = seal.seal(id, submission("", answers("yes", "yes", "no")));
    assertEquals(201, put(sealed).status());
    assertEquals(List.of("replayed"), bring(entry(id, sealed)));
  }

  @Test
  void whatWasRescuedIsAReplayForTheTabletToo() {
    byte[] sealed = seal.seal(id, submission("", answers("yes", "yes", "no")));
    assertEquals(List.of("stored"), bring(entry(id, sealed)));
    assertEquals(200, put(sealed).status());
  }

  @Test
  void eachEntryHasAnOutcomeOfItsOwn() {
    byte[] first = seal.seal(id, submission("", answers("yes", "yes", "yes")));
    put(first);
    byte[] others = seal.seal(id, submission("", answers("no", "no", "no")));
    UUID unknownVisit = UUID.randomUUID();
    UUID altered = UUID.randomUUID();
    byte[] broken = seal.seal(altered, submission("", answers("no", "no", "no")));
    broken[broken.length - 1] ^= 1;
    UUID fresh = UUID.randomUUID();
    Map<String, Object> stranger =
        Map.of("id", id, "kioskId", UUID.randomUUID(), "type", TabletSeal.TYPE, "body", "");
    assertEquals(
        List.of("conflicting", "needs-a-visit", "unreadable", "tablet-unknown", "stored"),
        bring(
            entry(id, others),
            entry(
                unknownVisit,
                seal.seal(unknownVisit, submission(NOWHERE, answers("no", "no", "no")))),
            entry(altered, broken),
            stranger,
            entry(fresh, seal.seal(fresh, submission("", answers("no", "no", "no"))))));
  }

  @Test
  void unsealedAnswersOfAnEarlierReleaseAreRescuedToo() {
    Map<String, Object> plain =
        Map.of(
            "id",
            id,
            "kioskId",
            kioskId,
            "type",
            "application/json",
            "body",
            base64(submission("", answers("yes", "no", "no")).getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("stored"), bring(plain));
  }

  @Test
  void answersOfAnUnknownVisitAreHeldWithoutShowingThem() {
    hold(NOWHERE);
    JsonNode held = list().get(0);
    assertEquals(id.toString(), held.path("id").asText());
    assertEquals(NOWHERE, held.path("visitCode").asText());
    assertEquals("By the door", held.path("tablet").asText());
    assertEquals(1, list().size());
    assertFalse(held.toString().contains("partly"));
    assertFalse(bodiesInTheDatabase().contains("partly"));
    assertEquals(List.of(), stored());
  }

  @Test
  void heldAnswersArePlacedAtTheVisitThatStaffFoundAndThenGone() {
    byte[] sealed = hold(NOWHERE);
    String visit = hospital.visitCode("V-1");
    assertEquals("visit-code-unknown", place(Map.of("visitCode", "0000001Y")).code());
    assertEquals("visit-code-malformed", place(Map.of("visitCode", "1")).code());
    assertEquals(1, list().size());
    Answer placed = place(Map.of("visitCode", visit));
    assertEquals(201, placed.status());
    assertEquals("counted", placed.text("standing"));
    assertEquals(List.of("partly complete"), stored());
    assertTrue(list().isEmpty());
    assertEquals("not-found", place(Map.of("visitCode", visit)).code());
    assertEquals("", bodiesInTheDatabase());
    assertEquals(List.of("replayed"), bring(entry(id, sealed)));
  }

  @Test
  void heldAnswersArePlacedAsAWalkUpOfTheirTabletsUnit() {
    hold(NOWHERE);
    revoke();
    assertEquals(201, place(Map.of("walkUp", true)).status());
    assertEquals(
        List.of(hospital.ward5()),
        TestDatabase.database()
            .rows(
                "SELECT unit_id FROM response WHERE facility_id = CAST(? AS uuid) AND discharge_id IS NULL",
                row -> row.uuid("unit_id").toString(),
                hospital.facility()));
  }

  @Test
  void onePlaceIsSaidAndNotTwo() {
    hold(NOWHERE);
    assertEquals("rescue-malformed", place(Map.of()).code());
    assertEquals("rescue-malformed", place(Map.of("walkUp", true, "visitCode", "0000001Y")).code());
  }

  @Test
  void removedAnswersStayRemoved() {
    byte[] sealed = hold(NOWHERE);
    assertEquals(204, hospital.staff().post(held("removal"), "").status());
    assertEquals(404, hospital.staff().post(held("removal"), "").status());
    assertEquals(List.of("erased"), bring(entry(id, sealed)));
    assertTrue(list().isEmpty());
  }

  @Test
  void otherAnswersUnderAHeldIdConflict() {
    hold(NOWHERE);
    byte[] others = seal.seal(id, submission(NOWHERE, answers("no", "no", "no")));
    assertEquals(List.of("conflicting"), bring(entry(id, others)));
  }

  @Test
  void theWaitOnTheTabletAndInTheFileIsTakenOffTheTime() {
    byte[] sealed = seal.seal(id, submission("", answers("yes", "no", "no")));
    Map<String, Object> file =
        Map.of(
            "takenAt",
            Instant.now().minus(Duration.ofHours(2)).toString(),
            "entries",
            List.of(entry(id, sealed)));
    assertEquals(200, hospital.staff().post(hospital.at("/api/v1/rescues"), file).status());
    int hours =
        TestDatabase.database()
            .row(
                """
                SELECT CAST(round(extract(epoch FROM received_at - answered_at) / 3600) AS integer) AS hours
                FROM response WHERE facility_id = CAST(? AS uuid)
                """,
                row -> row.integer("hours"),
                hospital.facility())
            .orElseThrow();
    assertEquals(3, hours);
  }

  @Test
  void onlyAnAdministratorOfTheFacilityMayBringAnswers() {
    Map<String, Object> body =
        Map.of("entries", List.of(entry(id, seal.seal(id, submission("", Map.of())))));
    assertEquals(
        403, hospital.colleague("analyst").post(hospital.at("/api/v1/rescues"), body).status());
    assertEquals(401, kiosk.post(hospital.at("/api/v1/rescues"), body).status());
  }

  @Test
  void whatIsNoRescueIsRefusedWhole() {
    for (Object body :
        List.of(
            Map.of(), Map.of("entries", List.of()), Map.of("entries", List.of(Map.of("id", id))))) {
      assertEquals(
          "rescue-malformed", hospital.staff().post(hospital.at("/api/v1/rescues"), body).code());
    }
  }

  private byte[] hold(String visitCode) {
    byte[] sealed = seal.seal(id, submission(visitCode, answers("yes", "partly", "no")));
    assertEquals("visit-code-unknown", put(sealed).code());
    assertEquals(List.of("needs-a-visit"), bring(entry(id, sealed)));
    return sealed;
  }

  /** An hour old. */
  private Map<String, Object> entry(UUID response, byte[] sealed) {
    return Map.of(
        "id",
        response,
        "kioskId",
        kioskId,
        "queueAge",
        3600,
        "type",
        TabletSeal.TYPE,
        "body",
        base64(sealed));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private List<String> bring(Object... entries) {
    Answer answer =
        hospital
            .staff()
            .post(hospital.at("/api/v1/rescues"), Map.of("entries", Arrays.asList(entries)));
    assertEquals(200, answer.status());
    return answer.body().path("results").findValuesAsText("outcome");
  }

  private Answer put(byte[] sealed) {
    return kiosk.put("/api/v1/responses/" + id, TabletSeal.TYPE, sealed);
  }

  private Answer place(Map<String, Object> where) {
    return hospital.staff().post(held("placement"), where);
  }

  private String held(String what) {
    return hospital.at("/api/v1/held-answers/" + id + "/" + what);
  }

  private JsonNode list() {
    return hospital.staff().get(hospital.at("/api/v1/held-answers")).body().path("items");
  }

  private void revoke() {
    hospital.staff().post(hospital.at("/api/v1/kiosks/" + kioskId + "/revocation"), "");
  }

  private List<String> stored() {
    return TestDatabase.database()
        .rows(
            "SELECT treatment || ' ' || standing AS stored FROM response WHERE facility_id = CAST(? AS uuid)",
            row -> row.text("stored"),
            hospital.facility());
  }

  private String bodiesInTheDatabase() {
    return String.join(
        "",
        TestDatabase.database()
            .rows(
                "SELECT coalesce(encode(body, 'escape'), '') AS body FROM held_answer WHERE facility_id = CAST(? AS uuid)",
                row -> row.text("body"),
                hospital.facility()));
  }
}
