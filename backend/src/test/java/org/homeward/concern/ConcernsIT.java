package org.homeward.concern;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.concern.Concern.Kind;
import org.homeward.concern.postgres.Raising;
import org.homeward.db.TestDatabase;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.junit.jupiter.api.Test;

class ConcernsIT {
  private static final Raising RAISING = new Raising(new Ids(InstantSource.system()));

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Browser staff = hospital.staff();
  private final Browser kiosk = hospital.kiosk();
  private final FacilityId facility = new FacilityId(UUID.fromString(hospital.facility()));

  @Test
  void aWishStandsOnTheUnitsDeskUntilSomebodySaysHowItEnded() {
    explain("V-1", "treatment");
    Answer desk = open("unit=" + hospital.ward4());
    assertEquals("V-1", desk.body().at("/items/0/visitNumber").asText());
    assertEquals("treatment", desk.body().at("/items/0/items/0").asText());
    assertEquals(0, open("unit=" + hospital.ward5()).body().path("items").size());
    String concern = first(desk);
    Answer taken = take(staff, concern);
    assertEquals("admin", taken.body().at("/taken/name").asText());
    assertEquals(1, open("").body().path("items").size());
    Answer over = end(concern, "explained");
    assertEquals("explained", over.body().at("/ended/outcome").asText());
    assertEquals(0, open("").body().path("items").size());
    assertEquals(concern, first(staff.get(hospital.at("/api/v1/concerns/ended"))));
    assertEquals(
        0,
        staff
            .get(hospital.at("/api/v1/concerns/ended?day=2026-01-05"))
            .body()
            .path("items")
            .size());
  }

  @Test
  void whatIsUrgentComesFirstAndThenWhatHasWaitedLongest() {
    explain("V-1", "diagnosis");
    explain("V-2", "treatment");
    UUID conversation = conversation("V-3");
    inConversation(conversation, Kind.URGENT);
    inConversation(conversation, Kind.URGENT);
    assertEquals(List.of("V-3", "V-1", "V-2"), visits(open("")));
    Answer page = open("limit=2");
    assertEquals(List.of("V-3", "V-1"), visits(page));
    assertEquals(List.of("V-2"), visits(open("limit=2&after=" + page.text("next"))));
    assertEquals(List.of("V-3"), visits(open("kind=urgent")));
    assertEquals("query-malformed", open("kind=hurry").code());
  }

  @Test
  void anotherUrgentReplyIsRaisedAgainOnceTheFirstIsOver() {
    UUID conversation = conversation("V-1");
    inConversation(conversation, Kind.URGENT);
    end(first(open("")), "reached");
    inConversation(conversation, Kind.URGENT);
    assertEquals(List.of("V-1"), visits(open("")));
  }

  @Test
  void twoWhoTakeTheSameAreNotBothToldThatItIsTheirs() {
    explain("V-1", "treatment");
    String concern = first(open(""));
    assertEquals(200, take(staff, concern).status());
    assertEquals(200, take(staff, concern).status());
    assertEquals("concern-taken", take(hospital.colleague("administrator"), concern).code());
    assertEquals(200, end(concern, "left").status());
    assertEquals(200, end(concern, "left").status());
    assertEquals("concern-ended", end(concern, "explained").code());
    assertEquals("concern-ended", take(staff, concern).code());
  }

  @Test
  void aWishDoesNotEndAsAnEmergencyDoes() {
    explain("V-1", "treatment");
    String concern = first(open(""));
    assertEquals("concern-malformed", end(concern, "reached").code());
    assertEquals("concern-malformed", end(concern, "forgotten").code());
    assertEquals("not-found", end(UUID.randomUUID().toString(), "left").code());
  }

  @Test
  void aDeskThatAsksAgainIsToldThatNothingChanged() {
    explain("V-1", "treatment");
    Answer desk = open("");
    String tag = desk.header("ETag").orElseThrow();
    Browser again = staff.with("If-None-Match", tag);
    assertEquals(304, again.get(hospital.at("/api/v1/concerns")).status());
    take(staff, first(desk));
    Answer changed = again.get(hospital.at("/api/v1/concerns"));
    assertEquals(200, changed.status());
    assertNotEquals(tag, changed.header("ETag").orElseThrow());
  }

  @Test
  void aConcernFollowsItsDischargeToAnotherUnit() {
    explain("V-1", "treatment");
    String discharge = open("").body().at("/items/0/dischargeId").asText();
    staff.patch(hospital.at("/api/v1/discharges/" + discharge), Map.of("unitId", hospital.ward5()));
    assertEquals(List.of("V-1"), visits(open("unit=" + hospital.ward5())));
  }

  @Test
  void theDeskIsForThoseWhoMaySeeVisits() {
    Browser analyst = hospital.colleague("analyst");
    assertEquals("forbidden", analyst.get(hospital.at("/api/v1/concerns")).code());
    assertTrue(
        Hospital.open(ServiceUnderTest.shared())
            .staff()
            .get(hospital.at("/api/v1/concerns"))
            .body()
            .path("items")
            .isEmpty());
  }

  private void explain(String visitNumber, String item) {
    String answered = submission(hospital.visitCode(visitNumber), answers("yes", "partly", "no"));
    String body = answered.replaceFirst("}$", ",\"explain\":[\"" + item + "\"]}");
    assertEquals(201, kiosk.put("/api/v1/responses/" + UUID.randomUUID(), body).status());
  }

  private UUID conversation(String visitNumber) {
    UUID conversation = UUID.randomUUID();
    TestDatabase.database()
        .change(
            """
            INSERT INTO conversation (facility_id, conversation_id, discharge_id, touchpoint, language, state, due_at, expires_at,
              created_at, changed_at)
            VALUES (?, ?, CAST(? AS uuid), 'day-2', 'en', 'planned', now(), now() + interval '2 days', now(), now())
            """,
            facility.value(),
            conversation,
            hospital.discharge(visitNumber).text("id"));
    return conversation;
  }

  private void inConversation(UUID conversation, Kind kind) {
    TestDatabase.database()
        .transact(
            statements -> {
              RAISING.inConversation(statements, facility, conversation, kind, Instant.now());
              return "";
            });
  }

  private Answer open(String query) {
    return staff.get(hospital.at("/api/v1/concerns" + (query.isEmpty() ? "" : "?" + query)));
  }

  private Answer take(Browser by, String concern) {
    return by.post(hospital.at("/api/v1/concerns/" + concern + "/taking"), "");
  }

  private Answer end(String concern, String outcome) {
    return staff.post(
        hospital.at("/api/v1/concerns/" + concern + "/ending"), Map.of("outcome", outcome));
  }

  private static String first(Answer page) {
    return page.body().at("/items/0/id").asText();
  }

  private static List<String> visits(Answer page) {
    return page.body()
        .path("items")
        .valueStream()
        .map(i -> i.path("visitNumber").asText())
        .toList();
  }
}
