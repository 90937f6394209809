package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.homeward.outreach.Ward.Patient;
import org.homeward.sms.DeliveryStatus;
import org.homeward.sms.StatusReport;
import org.homeward.sms.sandbox.Failure;
import org.homeward.sms.twilio.TwilioAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutreachSendingIT {
  private OutreachUnderTest outreach;
  private Ward ward;

  @BeforeEach
  void open() {
    outreach = new OutreachUnderTest(Clock.systemUTC().instant(), OutreachUnderTest.ANY_HOUR);
    ward = outreach.ward("America/New_York");
  }

  @AfterEach
  void close() {
    outreach.close();
  }

  @DisplayName(
      "Trap 13: after a 5xx or a time-out nothing is sent again before the carrier was asked")
  @ParameterizedTest
  @EnumSource(
      value = Failure.Kind.class,
      names = {"ERROR_AFTER_ACCEPTING", "TIME_OUT_AFTER_ACCEPTING"})
  void anErrorAfterAcceptingLeadsToExactlyOneText(Failure.Kind failure) {
    outreach.carrier.fail(Failure.callbacksLate(Duration.ofHours(1)));
    outreach.carrier.fail(Failure.of(failure).next(1));
    Patient patient = invited();
    assertEquals(List.of("unknown"), ward.statuses());
    lookUp();
    ward.send();
    lookUp();
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
    assertTrue(List.of("queued", "sent", "delivered").contains(ward.statuses().getFirst()));
    assertEquals(
        "f", ward.one("SELECT resent FROM outgoing_text WHERE facility_id = ?").substring(0, 1));
  }

  @Test
  void aReportSettlesAnUnknownTextBeforeAnybodyLooks() {
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR_AFTER_ACCEPTING).next(1));
    Patient patient = invited();
    delivered();
    lookUp();
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @Test
  void anErrorBeforeAcceptingLeadsToExactlyOneTextOnceTheCarrierWasAsked() {
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR).next(1));
    Patient patient = invited();
    assertEquals(0, ward.received(patient.phone()).size());
    outreach.reconciler.run(ward.facility);
    assertEquals(List.of("unknown"), ward.statuses(), "too early to look");
    lookUp();
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @Test
  void whatIsUnknownASecondTimeIsLookedUpAndNeverSentAgain() {
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR).next(2));
    Patient patient = invited();
    lookUp();
    ward.send();
    assertEquals(List.of("unknown"), ward.statuses());
    for (int i = 0; i < 3; i++) {
      lookUp();
      ward.send();
    }
    assertEquals(List.of("unknown"), ward.statuses());
    assertEquals(0, ward.received(patient.phone()).size());
  }

  @Test
  void whileTheCarrierCannotBeAskedNothingIsSentAgain() {
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR_AFTER_ACCEPTING).next(1));
    outreach.carrier.fail(Failure.callbacksLate(Duration.ofHours(1)));
    outreach.carrier.fail(Failure.of(Failure.Kind.LISTING_ERROR));
    Patient patient = invited();
    lookUp();
    ward.send();
    assertEquals(List.of("unknown"), ward.statuses());
    outreach.carrier.clearFailure(Failure.Kind.LISTING_ERROR);
    lookUp();
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @DisplayName(
      "Trap 13: where the carrier forgets what it sent, an unknown text is never sent again")
  @ParameterizedTest
  @CsvSource({"false, true", "true, false"})
  void whereTheCarrierForgetsAnUnknownTextIsNeverSentAgain(boolean words, boolean numbers) {
    outreach.close();
    outreach =
        new OutreachUnderTest(
            Clock.systemUTC().instant(),
            OutreachUnderTest.ANY_HOUR,
            OutreachUnderTest.Setting.usual().with(new TwilioAccount.Retention(words, numbers)));
    ward = outreach.ward("America/New_York");
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR_AFTER_ACCEPTING).next(1));
    outreach.carrier.fail(Failure.callbacksLate(Duration.ofHours(1)));
    Patient taken = invited();
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR).next(1));
    Patient lost = invited();
    for (int i = 0; i < 3; i++) {
      lookUp();
      ward.send();
    }
    assertEquals(List.of("unknown", "unknown"), ward.statuses());
    assertEquals(1, ward.received(taken.phone()).size());
    assertEquals(0, ward.received(lost.phone()).size());
  }

  @Test
  void aTextThatIsNeverFoundDoesNotKeepOthersFromBeingLookedUp() {
    for (int i = 0; i < 120; i++) {
      ward.patient();
    }
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR).next(240));
    ward.invite();
    ward.send();
    lookUp();
    ward.send();
    lookUp();
    assertEquals(List.of("unknown"), ward.statuses().stream().distinct().toList());
    outreach.carrier.fail(Failure.of(Failure.Kind.ERROR).next(1));
    Patient patient = invited();
    lookUp();
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @Test
  void anAttemptWhoseCourierDiedIsLookedUpToo() {
    Patient patient = ward.patient();
    ward.invite();
    ward.change(
        "UPDATE outgoing_text SET status = 'attempting', attempts = 1, attempted_at = now() WHERE facility_id = ?");
    ward.send();
    assertEquals(0, ward.received(patient.phone()).size());
    outreach.clock.advance(Duration.ofMinutes(3));
    outreach.reconciler.run(ward.facility);
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @Test
  void aThrottledTextIsSentOnceTheCarrierAllows() {
    outreach.carrier.fail(Failure.throttled(Duration.ofSeconds(30)).next(1));
    Patient patient = invited();
    assertEquals(List.of("waiting"), ward.statuses());
    outreach.clock.advance(Duration.ofSeconds(29));
    ward.send();
    assertEquals(0, ward.received(patient.phone()).size());
    outreach.clock.advance(Duration.ofSeconds(2));
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @Test
  void aNumberThatTheCarrierKnowsAsStoppedIsSuppressed() {
    outreach.carrier.fail(Failure.refused(21610).next(1));
    Patient patient = invited();
    assertEquals(List.of("failed"), ward.statuses());
    assertEquals("stopped", ward.state(patient));
    assertEquals(
        "carrier:21610", ward.one("SELECT source FROM suppression_event WHERE facility_id = ?"));
  }

  @Test
  void aReportThatTheNumberIsStoppedSuppressesItOnce() {
    outreach.carrier.fail(Failure.of(Failure.Kind.CALLBACKS_TWICE));
    outreach.carrier.fail(Failure.undelivered(21610).next(1));
    Patient patient = invited();
    Patience.until("the report", () -> ward.statuses().equals(List.of("undelivered")));
    Patience.until("the stop", () -> ward.state(patient).equals("stopped"));
    assertEquals("21610", ward.one("SELECT error_code FROM outgoing_text WHERE facility_id = ?"));
    assertEquals("1", ward.one("SELECT count(*) FROM suppression_event WHERE facility_id = ?"));
  }

  @Test
  void aPermanentRefusalIsNotRepeated() {
    outreach.carrier.fail(Failure.refused(21211).next(1));
    Patient patient = invited();
    outreach.clock.advance(Duration.ofHours(1));
    ward.send();
    assertEquals(List.of("failed"), ward.statuses());
    assertEquals(0, ward.received(patient.phone()).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"died", "readmitted", "excluded", "cancelled"})
  void aDischargeThatIsNotActiveAnyMoreIsWithheldInTheClaim(String standing) {
    Patient waiting = ward.patient();
    ward.invite();
    Patient planned = ward.patient();
    outreach.planner.run(ward.facility);
    ward.standing(waiting.discharge(), standing);
    ward.standing(planned.discharge(), standing);
    outreach.starter.run(ward.facility);
    ward.send();
    assertEquals(List.of("withheld"), ward.statuses());
    assertEquals(
        "discharge-" + standing,
        ward.one("SELECT withheld_because FROM outgoing_text WHERE facility_id = ?"));
    assertEquals("cancelled", ward.state(planned));
    assertEquals(List.of(), ward.received(waiting.phone()));
    assertEquals(List.of(), ward.received(planned.phone()));
  }

  @Test
  void withoutConsentOrNumberNothingIsSent() {
    Patient withdrawn = ward.patient();
    Patient removed = ward.patient();
    Patient changed = ward.patient();
    ward.invite();
    Patient planned = ward.patient();
    outreach.planner.run(ward.facility);
    ward.withdrawConsents(withdrawn.discharge());
    ward.withdrawConsents(planned.discharge());
    ward.change(
        "DELETE FROM contact WHERE facility_id = ? AND discharge_id = '"
            + removed.discharge()
            + "'");
    ward.change(
        "DELETE FROM contact WHERE facility_id = ? AND discharge_id = '"
            + changed.discharge()
            + "'");
    ward.contact(changed.discharge(), Ward.number("+1303"));
    outreach.starter.run(ward.facility);
    ward.send();
    assertEquals(List.of("withheld", "withheld", "withheld"), ward.statuses());
    assertEquals("cancelled", ward.state(planned));
    for (Patient patient : List.of(withdrawn, removed, changed, planned)) {
      assertEquals(List.of(), ward.received(patient.phone()));
    }
  }

  @DisplayName("Trap 24: every permutation of a text's reports ends in the same row")
  @ParameterizedTest
  @CsvSource({"queued sent delivered, delivered", "queued sent undelivered, undelivered"})
  void reportsInAnyOrderEndInTheSameState(String reports, String end) {
    outreach.carrier.fail(Failure.callbacksLate(Duration.ofHours(1)));
    List<List<String>> orders =
        new ArrayList<>(TextStatusTest.permutations(List.of(reports.split(" ", -1))));
    orders.add(List.of("sent", end, end, "sent", "queued", "sent"));
    for (List<String> order : orders) {
      // The carrier's own answer to us comes before, among and after them.
      for (int place = 0; place <= order.size(); place++) {
        Patient patient = ward.patient();
        ward.invite();
        String text = textOf(patient);
        String sid = Carriers.sid();
        ward.change(
            "UPDATE outgoing_text SET status = 'attempting', attempts = 1, attempted_at = now() WHERE facility_id = ? AND status = 'waiting'");
        for (int i = 0; i <= order.size(); i++) {
          if (i == place) {
            answered(text, sid);
          }
          if (i < order.size()) {
            assertEquals(204, report(text, sid, order.get(i)).statusCode());
          }
        }
        assertEquals(
            end + " " + sid + (end.equals("delivered") ? "" : " 30005"),
            ward.one(
                "SELECT concat_ws(' ', status, carrier_id, error_code) FROM outgoing_text WHERE facility_id = ? AND text_id = '"
                    + text
                    + "'"),
            order + ", answered at " + place);
      }
    }
  }

  @DisplayName("Trap 24: a report may precede the carrier's answer")
  @Test
  void aReportMayPrecedeTheCarriersAnswer() {
    Patient patient = ward.patient();
    ward.invite();
    ward.change(
        "UPDATE outgoing_text SET status = 'attempting', attempts = 1, attempted_at = now() WHERE facility_id = ?");
    String text = ward.one("SELECT text_id FROM outgoing_text WHERE facility_id = ?");
    assertEquals(204, report(text, "delivered").statusCode());
    outreach.clock.advance(Duration.ofMinutes(5));
    outreach.reconciler.run(ward.facility);
    ward.send();
    assertEquals(List.of("delivered"), ward.statuses());
    assertEquals(0, ward.received(patient.phone()).size());
  }

  @Test
  void aForgedReportChangesNothing() {
    outreach.carrier.fail(Failure.callbacksLate(Duration.ofHours(1)));
    invited();
    List<String> before = ward.statuses();
    String text = ward.one("SELECT text_id FROM outgoing_text WHERE facility_id = ?");
    URI url =
        new StatusCallback(ward.facility.id(), new TextId(UUID.fromString(text)))
            .under(outreach.url);
    Map<String, String> form = Carriers.status(Carriers.sid(), "delivered");
    assertEquals(403, Carriers.post(url, form, "c2lnbmVk").statusCode());
    assertEquals(403, Carriers.post(url, form, null).statusCode());
    assertEquals(before, ward.statuses());
  }

  @Test
  void manyCouriersSendEachOfTwoHundredTextsOnce() throws Exception {
    List<Patient> patients = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      patients.add(ward.patient());
    }
    outreach.planner.run(ward.facility);
    atOnce(4, () -> outreach.starter.run(ward.facility));
    assertEquals(200, ward.statuses().size());
    atOnce(2, () -> outreach.courier.run(ward.facility));
    for (Patient patient : patients) {
      assertEquals(1, ward.received(patient.phone()).size());
    }
    assertEquals("200", ward.one("SELECT sum(attempts) FROM outgoing_text WHERE facility_id = ?"));
  }

  @Test
  void aNumberIsInvitedOnceADayHoweverManyDischargesAndSchedulersThereAre() throws Exception {
    String phone = Ward.number("+1303");
    LocalDate day = ward.facility.dayOf(outreach.clock.instant()).minusDays(3);
    for (int i = 0; i < 5; i++) {
      ward.patient(day, "en", phone);
    }
    outreach.planner.run(ward.facility);
    atOnce(5, () -> outreach.starter.run(ward.facility));
    ward.send();
    assertEquals(1, ward.received(phone).size());
    assertEquals(
        "4",
        ward.one("SELECT count(*) FROM conversation WHERE facility_id = ? AND state = 'planned'"));
    outreach.clock.advance(Duration.ofDays(2));
    atOnce(5, () -> outreach.starter.run(ward.facility));
    ward.send();
    assertEquals(2, ward.received(phone).size());
  }

  @Test
  void nothingIsStartedOutsideTheHoursOfThePatientsDay() {
    outreach.close();
    outreach = new OutreachUnderTest(Instant.parse("2026-11-01T03:00:00Z"), Timing.USUAL);
    ward = outreach.ward("America/New_York");
    Map<Instant, Integer> firsts = new HashMap<>();
    Patient patient = ward.patient(LocalDate.of(2026, 10, 29), "en", Ward.number("+1303"));
    outreach.planner.run(ward.facility);
    // The night in which New York's clocks go back, minute by minute of each quarter of an hour.
    Instant opening = Instant.parse("2026-11-01T14:00:00Z");
    while (outreach.clock.instant().isBefore(opening)) {
      ward.invite();
      ward.send();
      assertEquals(
          0, ward.received(patient.phone()).size(), outreach.clock.instant() + " " + firsts);
      outreach.clock.advance(Duration.ofMinutes(15));
    }
    ward.invite();
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @Test
  void anInvitationThatIsHeldUpPastClosingWaitsForTheMorning() {
    outreach.close();
    // A minute to eight in New York.
    outreach = new OutreachUnderTest(Instant.parse("2026-11-23T00:59:00Z"), Timing.USUAL);
    ward = outreach.ward("America/New_York");
    Patient patient = ward.patient();
    outreach.carrier.fail(Failure.throttled(Duration.ofSeconds(90)).next(1));
    ward.invite();
    ward.send();
    assertEquals(List.of("waiting"), ward.statuses());
    outreach.clock.advance(Duration.ofMinutes(3));
    ward.send();
    assertEquals(0, ward.received(patient.phone()).size());
    outreach.clock.set(Instant.parse("2026-11-23T14:00:00Z"));
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @Test
  void theSandboxMakesFollowUpsDueNowWhateverTheHour() {
    outreach.close();
    outreach = new OutreachUnderTest(Instant.parse("2026-11-23T06:00:00Z"), Timing.USUAL);
    ward = outreach.ward("America/New_York");
    Patient patient = ward.patient(LocalDate.of(2026, 11, 22), "es", Ward.number("+1303"));
    assertTrue(outreach.carrier.dueNow().moved() >= 1);
    Patience.until("the invitation", () -> !ward.received(patient.phone()).isEmpty());
    assertTrue(ward.received(patient.phone()).getFirst().contains("Unas preguntas cortas"));
    URI url = URI.create(outreach.url + "/sms/sandbox/due-now");
    assertEquals(
        403,
        Carriers.post(url, Map.of("AccountSid", OutreachUnderTest.ACCOUNT), null).statusCode());
  }

  private Patient invited() {
    Patient patient = ward.patient();
    ward.invite();
    ward.send();
    return patient;
  }

  private void lookUp() {
    outreach.clock.advance(Duration.ofSeconds(61));
    outreach.reconciler.run(ward.facility);
  }

  private void delivered() {
    Patience.until(
        "every text delivered", () -> ward.statuses().stream().allMatch("delivered"::equals));
  }

  private String textOf(Patient patient) {
    return ward.one(
        "SELECT t.text_id FROM outgoing_text t JOIN conversation c USING (facility_id, conversation_id) WHERE t.facility_id = ? AND c.discharge_id = '"
            + patient.discharge()
            + "'");
  }

  private void answered(String text, String sid) {
    outreach.outbox.settle(
        ward.facility.id(),
        Map.of(
            new TextId(UUID.fromString(text)),
            new Settlement.Taken(new StatusReport(sid, DeliveryStatus.QUEUED, Optional.empty()))),
        outreach.clock.instant());
  }

  private HttpResponse<String> report(String text, String sid, String status) {
    URI url =
        new StatusCallback(ward.facility.id(), new TextId(UUID.fromString(text)))
            .under(outreach.url);
    Map<String, String> form = new HashMap<>(Carriers.status(sid, status));
    if (status.equals("undelivered")) {
      form.put("ErrorCode", "30005");
    }
    return Carriers.post(url, form);
  }

  private HttpResponse<String> report(String text, String status) {
    URI url =
        new StatusCallback(ward.facility.id(), new TextId(UUID.fromString(text)))
            .under(outreach.url);
    return Carriers.post(url, Carriers.status(Carriers.sid(), status));
  }

  private static void atOnce(int workers, Runnable work) throws Exception {
    Callable<Boolean> task =
        () -> {
          work.run();
          return true;
        };
    try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
      for (Future<Boolean> done :
          executor.invokeAll(IntStream.range(0, workers).mapToObj(i -> task).toList())) {
        assertTrue(done.get());
      }
    }
  }
}
