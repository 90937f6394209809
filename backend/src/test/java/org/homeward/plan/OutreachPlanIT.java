package org.homeward.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutreachPlanIT {
  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final String path = hospital.at("/api/v1/outreach-plan");

  @Test
  void aFacilityThatHasSetNothingHasTheUsualPlan() {
    Answer plan = hospital.staff().get(path);
    assertEquals(0, plan.body().path("edition").asInt());
    assertEquals("day-2", plan.body().path("followups").path(0).path("touchpoint").asText());
    assertEquals("09:00", plan.text("opens"));
    assertEquals("20:00", plan.text("closes"));
    assertEquals(1, plan.body().path("reminders").asInt());
    assertEquals(3, plan.body().path("weeklyCap").asInt());
  }

  @Test
  void aChangeIsKeptWithWhoMadeItAndTheFormerPlanStaysReadable() {
    assertEquals(200, change(0, Map.of("preferred", "11:30")).status());
    assertEquals(200, change(1, Map.of("preferred", "12:00")).status());
    assertEquals("12:00", hospital.staff().get(path).text("preferred"));
    List<String> editions = new ArrayList<>();
    hospital
        .staff()
        .get(hospital.at("/api/v1/outreach-plan/history"))
        .body()
        .path("items")
        .forEach(
            item -> editions.add(item.path("edition") + " " + item.path("preferred").asText()));
    assertEquals(List.of("2 12:00", "1 11:30"), editions);
    assertTrue(hospital.staff().get(path).text("setBy").startsWith("person:"));
  }

  @Test
  void whoChangesAPlanThatSomebodyElseHasChangedIsTold() {
    assertEquals(200, change(0, Map.of("preferred", "11:30")).status());
    assertEquals("plan-changed", change(0, Map.of("preferred", "12:00")).code());
    assertEquals("plan-changed", change(7, Map.of("preferred", "12:00")).code());
    assertEquals("11:30", hospital.staff().get(path).text("preferred"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "opens            | 07:59 | not start before 08:00",
        "closes           | 21:01 | after 21:00",
        "closes           | 09:30 | an hour at least",
        "preferred        | 20:00 | within the hours",
        "preferred        | noon  | like 09:00",
        "reminders        | 4     | 0 to 3 reminders",
        "remindAfterHours | 6     | 12 to 96 hours",
        "dailyCap         | 0     | 1 to 3 texts a day",
        "weeklyCap        | 0     | no fewer than in a day",
      })
  void whatAPlanCannotBeIsSaidInWords(String field, String value, String words) {
    Object typed = value.matches("[0-9]+") ? Integer.valueOf(value) : value;
    Answer refused = change(0, Map.of(field, typed));
    assertEquals("plan-refused", refused.code());
    assertTrue(refused.text("detail").contains(words), refused.text("detail"));
    assertEquals(0, hospital.staff().get(path).body().path("edition").asInt());
  }

  @Test
  void answersAreNotTakenForLongerThanTheChartsWait() {
    Answer refused =
        change(0, Map.of("followups", List.of(Map.of("touchpoint", "day-2", "answeringDays", 8))));
    assertEquals("plan-refused", refused.code());
    assertTrue(refused.text("detail").contains("2 to 7 days"));
  }

  @Test
  void theDatabaseItselfRefusesHoursOutsideTheLaw() {
    for (String hours : List.of("'07:00', '20:00', '10:00'", "'09:00', '22:00', '10:00'")) {
      assertThrows(
          IllegalStateException.class,
          () ->
              TestDatabase.asOwner(
                  """
                  INSERT INTO outreach_plan (facility_id, edition, opens, closes, preferred, reminders,
                    remind_after_hours, daily_cap, weekly_cap, set_by, set_at)
                  VALUES ('%s', 1, %s, 1, 24, 1, 3, 'person:test', now())
                  """
                      .formatted(hospital.facility(), hours)));
    }
  }

  @Test
  void anAnalystReadsThePlanAndDoesNotChangeIt() {
    var analyst = hospital.colleague("analyst");
    assertEquals(200, analyst.get(path).status());
    assertEquals("forbidden", analyst.put(path, plan(0, Map.of())).code());
  }

  /** Carrier or not: what would be sent is worked out from plan, zone and clock. */
  @Test
  void aDischargeShowsWhatWouldBeSentAndWhy() {
    hospital.staff().post(hospital.at("/api/v1/senders"), Map.of("address", sender()));
    change(
        0,
        Map.of(
            "followups",
            List.of(
                Map.of("touchpoint", "day-2", "answeringDays", 7),
                Map.of("touchpoint", "day-30", "answeringDays", 14))));
    Map<String, Object> discharge = new LinkedHashMap<>();
    discharge.put("visitNumber", "V1");
    discharge.put("unitId", hospital.ward4());
    discharge.put("dischargedAt", java.time.Clock.systemUTC().instant().toString());
    discharge.put("language", "en");
    discharge.put("phone", "+1 312 555 0142");
    discharge.put("zone", "Pacific/Honolulu");
    discharge.put("consent", Map.of("wordingVersion", 1, "language", "en"));
    Answer entered = hospital.staff().post(hospital.at("/api/v1/discharges"), discharge);
    assertEquals("Pacific/Honolulu", entered.text("zone"));
    String outreach = hospital.at("/api/v1/discharges/" + entered.text("id") + "/outreach");
    Answer outlook = hospital.staff().get(outreach);
    assertEquals("Pacific/Honolulu", outlook.text("zone"));
    assertEquals(
        List.of(
            "day-2 invitation 20:00",
            "day-2 reminder 20:00",
            "day-30 invitation 20:00",
            "day-30 reminder 20:00"),
        StreamSupport.stream(outlook.body().path("coming").spliterator(), false)
            .map(
                text ->
                    text.path("touchpoint").asText()
                        + " "
                        + text.path("purpose").asText()
                        + " "
                        + text.path("at").asText().substring(11, 16))
            .toList());
    hospital
        .staff()
        .post(
            hospital.at("/api/v1/discharges/" + entered.text("id") + "/standing"),
            Map.of("standing", "died"));
    Answer after = hospital.staff().get(outreach);
    assertEquals(0, after.body().path("coming").size());
    assertEquals("discharge-died", after.body().path("followups").path(0).path("because").asText());
  }

  private Answer change(int edition, Map<String, Object> change) {
    return hospital.staff().put(path, plan(edition, change));
  }

  private static Map<String, Object> plan(int edition, Map<String, Object> change) {
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("edition", edition);
    plan.put("followups", List.of(Map.of("touchpoint", "day-2", "answeringDays", 7)));
    plan.put("opens", "09:00");
    plan.put("closes", "20:00");
    plan.put("preferred", "10:00");
    plan.put("reminders", 1);
    plan.put("remindAfterHours", 24);
    plan.put("dailyCap", 1);
    plan.put("weeklyCap", 3);
    plan.putAll(change);
    return plan;
  }

  private static String sender() {
    return "+1202"
        + java.util.concurrent.ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
  }
}
