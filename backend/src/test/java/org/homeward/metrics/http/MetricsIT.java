package org.homeward.metrics.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.http.Caller;
import org.homeward.metrics.postgres.Hospital;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsIT {
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

  private final Hospital hospital = new Hospital();
  private final MetricsServer server = new MetricsServer(hospital.id, Caller.Role.ADMINISTRATOR);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWeekShowsItsAnswersAndTheirInterval() throws Exception {
    hospital.answered(hospital.ward4, MONDAY, "yes", 12);
    hospital.answered(hospital.ward4, MONDAY.plusDays(6), "partly", 5);
    hospital.answered(hospital.ward5, MONDAY.plusDays(1), "no", 3);
    JsonNode answer = server.json("/api/v1/metrics/trend?item=diagnosis&from=2026-09-09");
    assertEquals("Lakeside", answer.at("/facility/name").asText());
    assertEquals("week", answer.at("/period").asText());
    assertEquals("2026-09-07", answer.at("/from").asText());
    assertEquals(1, answer.at("/series").size());
    JsonNode series = answer.at("/series/0");
    assertTrue(series.get("unit").isNull());
    assertEquals("at-discharge", series.get("touchpoint").asText());
    assertEquals("kiosk", series.get("channel").asText());
    assertEquals(1, series.get("points").size());
    JsonNode point = series.at("/points/0");
    assertEquals("2026-W37", point.get("period").asText());
    assertEquals("2026-09-13", point.get("to").asText());
    assertEquals(20, point.get("n").asLong());
    assertEquals(12, point.get("yes").asLong());
    assertEquals(5, point.get("partly").asLong());
    assertEquals(3, point.get("no").asLong());
    assertEquals(0.6, point.get("rate").asDouble(), 1e-12);
    // Wilson, 12 of 20.
    assertEquals(0.3866, point.get("low").asDouble(), 0.00005);
    assertEquals(0.7812, point.get("high").asDouble(), 0.00005);
    assertFalse(point.get("partial").asBoolean());
  }

  @Test
  void oneRequestShowsEveryUnitAndItem() throws Exception {
    hospital.answered(hospital.ward4, MONDAY, "yes", 10);
    JsonNode series = server.json("/api/v1/metrics/trend?split=unit,item").get("series");
    assertEquals(
        List.of("Ward 4", "Ward 4", "Ward 4", "Ward 4", "Ward 5", "Ward 5", "Ward 5", "Ward 5"),
        texts(series, "/unit/name"));
    assertEquals(
        List.of("diagnosis", "treatment", "next-steps", "all-three"),
        texts(series, "/item").subList(0, 4));
    JsonNode allThree = series.at("/3/points/0");
    assertEquals(10, allThree.get("yes").asLong());
    assertTrue(allThree.get("partly").isNull());
    assertEquals(0, series.at("/4/points").size());
  }

  @Test
  void touchpointsChannelsAndLanguagesAreSeriesOfTheirOwn() throws Exception {
    hospital.answered(hospital.ward4, MONDAY, "at-discharge", "kiosk", "en", "yes", 10);
    hospital.answered(hospital.ward4, MONDAY, "at-discharge", "staff", "es", "yes", 11);
    hospital.answered(hospital.ward4, MONDAY, "day-2", "sms", "es", "no", 12);
    JsonNode apart = server.json("/api/v1/metrics/trend?split=touchpoint").get("series");
    assertEquals(List.of("at-discharge", "at-discharge", "day-2"), texts(apart, "/touchpoint"));
    assertEquals(List.of("kiosk", "staff", "sms"), texts(apart, "/channel"));
    assertEquals(List.of("10", "11", "12"), texts(apart, "/points/0/n"));
    JsonNode usual = server.json("/api/v1/metrics/trend?touchpoint=day-2").get("series");
    assertEquals(List.of("12"), texts(usual, "/points/0/n"));
    JsonNode languages =
        server.json("/api/v1/metrics/trend?channel=staff&split=language").get("series");
    assertEquals(List.of("es"), texts(languages, "/language"));
    assertEquals(List.of("11"), texts(languages, "/points/0/n"));
  }

  @Test
  void ofFewerThanTenOnlyTheirNumberIsTold() throws Exception {
    hospital.answered(hospital.ward4, MONDAY, "no", 9);
    JsonNode point = server.json("/api/v1/metrics/trend?item=treatment").at("/series/0/points/0");
    assertEquals(9, point.get("n").asLong());
    assertTrue(point.get("suppressed").asBoolean());
    for (String hidden : List.of("yes", "partly", "no", "rate", "low", "high")) {
      assertTrue(point.get(hidden).isNull(), hidden);
    }
  }

  @Test
  void walkUpsAreCountedApart() throws Exception {
    hospital.answered(hospital.ward4, MONDAY, "yes", 10);
    hospital.walkedUp(hospital.ward4, MONDAY, "no", 20);
    JsonNode linked = server.json("/api/v1/metrics/trend").at("/series/0/points/0");
    assertEquals(10, linked.get("n").asLong());
    JsonNode walkUps = server.json("/api/v1/metrics/trend?walkUps=true").at("/series/0/points/0");
    assertEquals(20, walkUps.get("n").asLong());
  }

  @Test
  void unchangedNumbersAreNotSentAgainAndANewResponseIsSeenAtOnce() throws Exception {
    hospital.answered(hospital.ward4, MONDAY, "yes", 10);
    HttpResponse<String> first = server.get("/api/v1/metrics/trend");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    server.passSeconds(60);
    HttpResponse<String> again =
        server.get("/api/v1/metrics/trend", "If-None-Match", "\"x\", " + tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, again.headers().firstValue("ETag").orElseThrow());
    hospital.answered(hospital.ward4, MONDAY, "yes", 1);
    HttpResponse<String> changed = server.get("/api/v1/metrics/trend", "If-None-Match", tag);
    assertEquals(200, changed.statusCode());
    assertNotEquals(tag, changed.headers().firstValue("ETag").orElseThrow());
  }

  @Test
  void aBaselineFrozenByAPersonJudgesWhatComesAfter() throws Exception {
    weeks(12, 14, 6);
    JsonNode frozen = server.created("/api/v1/baselines", baseline(11));
    assertEquals(4, frozen.get("items").size());
    hospital.answered(hospital.ward4, MONDAY, "no", 20);
    JsonNode series =
        server
            .json("/api/v1/metrics/trend?item=next-steps&unit=" + hospital.ward4.id())
            .at("/series/0");
    assertEquals(0.7, series.at("/baseline/centre").asDouble(), 1e-12);
    assertEquals(240, series.at("/baseline/n").asLong());
    assertTrue(series.at("/baseline/trial").asBoolean());
    assertEquals("p", series.at("/limits/kind").asText());
    JsonNode last = series.at("/points").get(series.at("/points").size() - 1);
    assertEquals(List.of("outside-limits"), strings(last.get("signals")));
    assertEquals(0.3926, last.get("lower").asDouble(), 0.00005);
    JsonNode signal = series.at("/signals/0");
    assertEquals("outside-limits", signal.get("rule").asText());
    assertEquals("deterioration", signal.get("direction").asText());
    assertEquals(List.of("2026-W37"), strings(signal.get("periods")));
    assertEquals(
        "Ward 4: fewer patients say that they know what comes next since 7 September 2026, a deterioration:"
            + " one week lies further below the baseline than chance alone explains.",
        signal.get("sentence").asText());
  }

  @Test
  void aNewBaselineEndsTheOldOne() throws Exception {
    weeks(12, 14, 6);
    String first = server.created("/api/v1/baselines", baseline(11)).at("/items/0/id").asText();
    server.passSeconds(1);
    String second = server.created("/api/v1/baselines", baseline(11)).at("/items/0/id").asText();
    JsonNode items = server.json("/api/v1/baselines?limit=3").get("items");
    assertEquals(3, items.size());
    String next = server.json("/api/v1/baselines?limit=3").get("next").asText();
    List<JsonNode> all = new ArrayList<>(list(items));
    all.addAll(list(server.json("/api/v1/baselines?after=" + next).get("items")));
    assertEquals(8, all.size());
    assertFalse(endedAt(all, first).isNull());
    assertTrue(endedAt(all, second).isNull());
  }

  @Test
  void elevenClosedPointsAreTooFew() throws Exception {
    weeks(11, 14, 6);
    HttpResponse<String> refused = server.post("/api/v1/baselines", baseline(11));
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("\"code\":\"baseline-refused\""), refused.body());
    assertTrue(refused.body().contains("there are 11"), refused.body());
    assertEquals(0, server.json("/api/v1/baselines").get("items").size());
  }

  @Test
  void changesAreListedLatestFirst() throws Exception {
    server.created("/api/v1/changes", "{\"on\":\"2026-03-02\",\"description\":\"New leaflet\"}");
    server.created(
        "/api/v1/changes",
        "{\"on\":\"2026-05-04\",\"description\":\"Teach-back\",\"unitIds\":[\"%s\"]}"
            .formatted(hospital.ward4.id()));
    JsonNode first = server.json("/api/v1/changes?limit=1");
    assertEquals("Teach-back", first.at("/items/0/description").asText());
    assertEquals(hospital.ward4.id().toString(), first.at("/items/0/unitIds/0").asText());
    JsonNode rest = server.json("/api/v1/changes?limit=1&after=" + first.get("next").asText());
    assertEquals("New leaflet", rest.at("/items/0/description").asText());
    assertEquals("2026-03-02", rest.at("/items/0/on").asText());
    assertTrue(rest.get("next").isNull());
  }

  @Test
  void whatCannotBeReadIsRefused() throws Exception {
    assertEquals(400, server.get("/api/v1/metrics/trend?split=unit,colour").statusCode());
    assertEquals(400, server.get("/api/v1/metrics/trend?period=fortnight").statusCode());
    assertEquals(
        400, server.get("/api/v1/metrics/trend?from=2026-02-01&to=2026-01-01").statusCode());
    assertEquals(422, server.get("/api/v1/metrics/trend?unit=" + UUID.randomUUID()).statusCode());
    assertEquals(422, server.post("/api/v1/changes", "{\"on\":\"2026-03-02\"}").statusCode());
    assertEquals(422, server.post("/api/v1/baselines", "{}").statusCode());
  }

  @Test
  void anAnalystReadsAndDoesNotFreeze() throws Exception {
    try (MetricsServer analysts = new MetricsServer(hospital.id, Caller.Role.ANALYST)) {
      assertEquals(200, analysts.get("/api/v1/metrics/trend").statusCode());
      assertEquals(403, analysts.post("/api/v1/baselines", baseline(11)).statusCode());
      assertEquals(403, analysts.post("/api/v1/changes", "{}").statusCode());
    }
  }

  /** Weeks of Ward 4 that end before {@link #MONDAY}. */
  private void weeks(int count, int yes, int no) {
    for (int week = 1; week <= count; week++) {
      hospital.answered(hospital.ward4, MONDAY.minusWeeks(week), "yes", yes);
      hospital.answered(hospital.ward4, MONDAY.minusWeeks(week), "no", no);
    }
  }

  private String baseline(int weeksBefore) {
    return """
        {"unitId":"%s","touchpoint":"at-discharge","channel":"kiosk","period":"week",
         "from":"%s","to":"%s","reason":"Where we started"}
        """
        .formatted(hospital.ward4.id(), MONDAY.minusWeeks(weeksBefore + 1L), MONDAY.minusDays(1));
  }

  private static JsonNode endedAt(List<JsonNode> baselines, String id) {
    return baselines.stream()
        .filter(baseline -> baseline.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .get("endedAt");
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static List<String> strings(JsonNode array) {
    return list(array).stream().map(JsonNode::asText).toList();
  }

  private static List<String> texts(JsonNode array, String pointer) {
    return list(array).stream().map(one -> one.at(pointer).asText()).toList();
  }
}
