package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.homeward.outreach.Ward.Patient;
import org.homeward.sms.sandbox.Failure;
import org.homeward.sms.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutreachConversationIT {
  private OutreachUnderTest outreach;
  private Ward ward;

  @BeforeEach
  void open() {
    outreach =
        new OutreachUnderTest(java.time.Clock.systemUTC().instant(), OutreachUnderTest.ANY_HOUR);
    ward = outreach.ward("America/New_York");
  }

  @AfterEach
  void close() {
    outreach.close();
  }

  @Test
  void threeRepliesMakeACompleteResponseAndAreThankedFor() {
    Patient patient = invited();
    replies(patient, "1", 2, "Do you understand the treatment");
    replies(patient, "Partly", 3, "Do you know what to do at home");
    assertEquals("open yes partly sms day-2", ward.response(patient));
    replies(patient, "3", 4, "Thank you for your answers");
    assertEquals("complete yes partly no sms day-2", ward.response(patient));
    assertEquals("complete", ward.state(patient));
    assertEquals(
        "t",
        ward.one(
                "SELECT r.day = d.day AND r.unit_id = d.unit_id AND r.closed_at IS NOT NULL FROM response r JOIN discharge d USING (facility_id, discharge_id) WHERE r.facility_id = ?")
            .substring(0, 1));
  }

  @Test
  void theSameTextDeliveredFiftyTimesAtOnceIsAnsweredOnce() throws Exception {
    Patient patient = invited();
    Map<String, String> form = Carriers.inbound(Carriers.sid(), patient.phone(), ward.sender, "1");
    Callable<HttpResponse<String>> delivery = () -> Carriers.post(inbound(), form);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<HttpResponse<String>> answer :
          executor.invokeAll(IntStream.range(0, 50).mapToObj(i -> delivery).toList())) {
        assertEquals(200, answer.get().statusCode());
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>", answer.get().body());
      }
    }
    Patience.until("the next question", () -> ward.received(patient.phone()).size() >= 2);
    assertEquals(200, delivery.call().statusCode(), "once more, after it was heard");
    quiet();
    assertEquals(2, ward.received(patient.phone()).size());
    assertEquals("1", ward.one("SELECT count(*) FROM incoming_text WHERE facility_id = ?"));
    assertEquals("open yes sms day-2", ward.response(patient));
  }

  @Test
  void twoAnswersInQuickSuccessionAreTwoAnswers() {
    Patient patient = invited();
    Carriers.post(inbound(), Carriers.inbound(Carriers.sid(), patient.phone(), ward.sender, "1"));
    outreach.clock.advance(Duration.ofMillis(1));
    Carriers.post(inbound(), Carriers.inbound(Carriers.sid(), patient.phone(), ward.sender, "1"));
    Patience.until("two answers", () -> ward.received(patient.phone()).size() == 3);
    assertEquals("open yes yes sms day-2", ward.response(patient));
  }

  @Test
  void anUnsignedOrForgedTextIsRefusedAndNothingIsStored() {
    Patient patient = invited();
    Map<String, String> form = Carriers.inbound(Carriers.sid(), patient.phone(), ward.sender, "1");
    String elsewhere = Carriers.signature("another token", inbound(), form);
    String otherBody =
        Carriers.signature(
            OutreachUnderTest.TOKEN,
            inbound(),
            Carriers.inbound(Carriers.sid(), patient.phone(), ward.sender, "3"));
    for (HttpResponse<String> answer :
        List.of(
            Carriers.post(inbound(), form, null),
            Carriers.post(inbound(), form, elsewhere),
            Carriers.post(inbound(), form, otherBody))) {
      assertEquals(403, answer.statusCode());
      assertTrue(answer.body().contains("\"signature-refused\""), answer.body());
    }
    assertEquals("0", ward.one("SELECT count(*) FROM incoming_text WHERE facility_id = ?"));
  }

  @Test
  void aTextToANumberThatIsNobodysIsAcknowledgedAndDropped() {
    Map<String, String> form =
        Carriers.inbound(Carriers.sid(), Ward.number("+1303"), Ward.number("+1404"), "1");
    assertEquals(200, Carriers.post(inbound(), form).statusCode());
    assertEquals("0", ward.one("SELECT count(*) FROM incoming_text WHERE facility_id = ?"));
  }

  /** Trap 22. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "please stop texting me",
        "No me manden más",
        "больше не пишите мне",
        "退订"
      })
  void aStopHoldsAtOnceIsConfirmedOnceAndAsksForNothingMore(String words) {
    Patient patient = invited();
    replies(patient, "1", 2, "treatment");
    replies(patient, words, 3, "no more texts");
    assertEquals("stopped", ward.state(patient));
    assertEquals("complete yes sms day-2", ward.response(patient));
    ward.reply(patient.phone(), words);
    ward.reply(patient.phone(), "2");
    allHeard(4);
    assertEquals(3, ward.received(patient.phone()).size());
    assertEquals(List.of("stop"), events());
  }

  /** Trap 18. */
  @Test
  void aTextThatWaitsWhenTheStopComesIsWithheldAndALaterStartDoesNotSendIt() {
    Patient first = invited();
    Patient second = ward.patient(outreachDay(), "en", first.phone());
    outreach.clock.advance(Duration.ofDays(1));
    ward.invite();
    assertEquals(List.of("delivered", "waiting"), settled());
    ward.reply(first.phone(), "STOP");
    Patience.until("the confirmation", () -> ward.received(first.phone()).size() == 2);
    assertEquals(List.of("delivered", "withheld", "delivered"), settled());
    assertEquals("stopped", ward.state(second));
    ward.reply(first.phone(), "START");
    Patience.until("the other confirmation", () -> ward.received(first.phone()).size() == 3);
    ward.invite();
    ward.send();
    assertEquals(3, ward.received(first.phone()).size());
    assertEquals(List.of("stop", "start"), events());
  }

  /** Trap 21. */
  @Test
  void yesIsAStartOnlyWhileTheNumberIsSuppressed() {
    Patient patient = invited();
    replies(patient, "YES", 2, "treatment");
    replies(patient, "STOP", 3, "no more texts");
    replies(patient, "YES", 4, "our texts again");
    assertEquals(List.of("stop", "start"), events());
    assertEquals("complete yes sms day-2", ward.response(patient));
  }

  /** Trap 21. */
  @Test
  void noIsAnAnswerAndNeverAStop() {
    Patient patient = invited();
    replies(patient, "No", 2, "treatment");
    assertEquals("open no sms day-2", ward.response(patient));
    assertEquals(List.of(), events());
  }

  @Test
  void helpNamesTheNumberToCallAndLeavesTheQuestionOpen() {
    Patient patient = invited();
    replies(patient, "HELP", 2, "call +12025550100");
    replies(patient, "2", 3, "treatment");
  }

  /** Trap 27. */
  @Test
  void whatTheCarrierHasAnsweredByItselfIsNotAnsweredTwice() {
    outreach.close();
    outreach =
        new OutreachUnderTest(
            java.time.Clock.systemUTC().instant(),
            OutreachUnderTest.ANY_HOUR,
            SandboxSettings.forTests(OutreachUnderTest.ACCOUNT, OutreachUnderTest.TOKEN)
                .withKeywordHandling());
    ward = outreach.ward("America/New_York");
    Patient patient = invited();
    ward.reply(patient.phone(), "STOP");
    allHeard(1);
    assertEquals(List.of("stop"), events());
    assertEquals(
        "0",
        ward.one(
            "SELECT count(*) FROM outgoing_text WHERE facility_id = ? AND purpose = 'stop-confirmation'"));
  }

  @Test
  void whoHasAnsweredByAnotherChannelMeanwhileIsThanked() {
    Patient patient = invited();
    ward.change(
        """
        INSERT INTO response (facility_id, response_id, discharge_id, unit_id, touchpoint, channel,
          respondent, language, instrument, standing, day, diagnosis, answered_at, received_at)
        SELECT facility_id, gen_random_uuid(), discharge_id, unit_id, 'day-2', 'staff', 'patient', 'en',
          1, 'complete', day, 'no', now(), now()
        FROM discharge WHERE facility_id = ?
        """);
    replies(patient, "1", 2, "Thank you for your answers");
    assertEquals("complete no staff day-2", ward.response(patient).replace("  ", " "));
    assertEquals("complete", ward.state(patient));
  }

  @Test
  void anExpiredConversationCountsWhatWasAnsweredAndALateReplyIsToldSoOnce() {
    Patient patient = invited();
    replies(patient, "1", 2, "treatment");
    outreach.clock.advance(Duration.ofDays(8));
    outreach.conversations.expire(ward.facility.id(), outreach.clock.instant());
    assertEquals("expired", ward.state(patient));
    assertEquals("complete yes sms day-2", ward.response(patient));
    replies(patient, "2", 3, "These questions are closed now");
    ward.reply(patient.phone(), "hello?");
    allHeard(3);
    assertEquals(3, ward.received(patient.phone()).size());
  }

  @Test
  void aNumberThatWasNeverAskedIsHeardAndNotAnswered() {
    String stranger = Ward.number("+1303");
    ward.reply(stranger, "1");
    allHeard(1);
    assertEquals(
        List.of("unasked"),
        ward.all("SELECT understood_as FROM incoming_text WHERE facility_id = ?"));
    assertEquals(List.of(), ward.received(stranger));
  }

  @Test
  void neitherNumberNorWordsCanBeReadInTheDatabase() {
    Patient patient = invited();
    replies(patient, "my secret rash", 2, "one number");
    String rows =
        String.join(
            " ",
            ward.all(
                "SELECT row_to_json(i)::text || encode(sender_sealed || body_sealed, 'escape') FROM incoming_text i WHERE facility_id = ?"));
    assertTrue(!rows.contains("rash") && !rows.contains(patient.phone().substring(2)), rows);
  }

  @Test
  void staffSeeStatesAndStatusesAndNeitherWordsNorNumbers() {
    Patient patient = invited();
    replies(patient, "1", 2, "treatment");
    Patience.until("delivered", () -> ward.statuses().equals(List.of("delivered", "delivered")));
    outreach.signIn("ada", ward.facility.id());
    HttpResponse<String> answer =
        Carriers.get(
            URI.create(
                outreach.url
                    + "/api/v1/discharges/"
                    + patient.discharge()
                    + "/conversations?facility="
                    + ward.facility.id()),
            "homeward=ada");
    assertEquals(200, answer.statusCode(), answer.body());
    String body = answer.body();
    assertTrue(body.contains("\"touchpoint\":\"day-2\",\"state\":\"asking\""), body);
    assertTrue(body.contains("\"purpose\":\"invitation\",\"status\":\"delivered\""), body);
    assertTrue(body.contains("\"direction\":\"in\",\"purpose\":\"answer\""), body);
    assertTrue(!body.contains(patient.phone().substring(1)) && !body.contains("treatment"), body);
  }

  @Test
  void aTextThatTheCarrierDeliversTwiceIsOneAnswer() {
    Patient patient = invited();
    outreach.carrier.fail(Failure.of(Failure.Kind.INBOUND_TWICE));
    replies(patient, "1", 2, "treatment");
    quiet();
    assertEquals("open yes sms day-2", ward.response(patient));
  }

  /** Trap 18: whichever commits first wins. */
  @Test
  void aStopBeforeTheClaimWithholdsTheSendAndOneAfterItLetsThatGoAndNothingElse() {
    Patient first = ward.patient(outreachDay(), "en", Ward.number("+1303"));
    ward.invite();
    ward.change(
        "INSERT INTO suppression_event (facility_id, phone_hash, event, source, recorded_at) SELECT facility_id, recipient_hash, 'stop', 'test', now() FROM outgoing_text WHERE facility_id = ?");
    ward.send();
    assertEquals(List.of(), ward.received(first.phone()));
    assertEquals(List.of("withheld"), ward.statuses());

    Ward other = outreach.ward("America/New_York");
    Patient second = other.patient(outreachDay(), "en", Ward.number("+1303"));
    other.invite();
    other.send();
    assertEquals(1, other.received(second.phone()).size());
    assertTrue(
        new org.homeward.outreach.postgres.PostgresSuppressions(outreach.database)
            .suppressPatient(
                other.facility.id(), second.discharge(), "person:test", outreach.clock.instant()));
    other.reply(second.phone(), "1");
    Patience.until(
        "heard",
        () ->
            other
                .all("SELECT understood_as FROM incoming_text WHERE facility_id = ?")
                .equals(List.of("while-stopped")));
    other.send();
    assertEquals(1, other.received(second.phone()).size());
  }

  /** Trap 26: families share a number. */
  @Test
  void aReplyGoesToTheConversationThatAskedLast() {
    Patient mother = invited();
    Patient child = ward.patient(outreachDay(), "en", mother.phone());
    outreach.clock.advance(Duration.ofDays(1));
    ward.invite();
    ward.send();
    Patience.until("the second invitation", () -> ward.received(mother.phone()).size() == 2);
    replies(child, "3", 3, "treatment");
    assertEquals("open no sms day-2", ward.response(child));
    assertEquals(
        "1",
        ward.one("SELECT count(*) FROM response WHERE facility_id = ?"),
        "the mother's question is still open");
  }

  @Test
  void dangerIsAnsweredAtOnceToldToStaffAndPausesTheQuestions() {
    Patient patient = invited();
    replies(patient, "1", 2, "treatment");
    replies(patient, "2 but I can't breathe", 3, "call emergency services now");
    assertEquals("paused", ward.state(patient));
    assertEquals("open yes sms day-2", ward.response(patient), "the flag first, and no guess");
    assertEquals(List.of("urgent"), concerns());
    replies(patient, "2", 4, "at home");
    assertEquals("asking", ward.state(patient));
    assertEquals("open yes partly sms day-2", ward.response(patient));
  }

  @Test
  void dangerIsToldToStaffAlsoWhereTheNumberIsStoppedAndNothingIsSent() {
    Patient patient = invited();
    replies(patient, "STOP", 2, "no more texts");
    ward.reply(patient.phone(), "I want to die");
    allHeard(2);
    assertEquals(List.of("urgent"), concerns());
    assertEquals(2, ward.received(patient.phone()).size());
  }

  @Test
  void whoIsInDangerAndWantsNoTextsGetsBothSaidInOne() {
    Patient patient = invited();
    replies(patient, "Stop texting me. I want to die", 2, "You will get no more texts from us");
    assertTrue(ward.received(patient.phone()).getLast().contains("call emergency services now"));
    assertEquals(List.of("stop"), events());
    assertEquals(List.of("urgent"), concerns());
  }

  @Test
  void aWrongPersonsAnswersAreQuarantinedAndStaffAreAsked() {
    Patient patient = invited();
    replies(patient, "1", 2, "treatment");
    replies(patient, "who is this?", 3, "This may be the wrong number");
    assertEquals("wrong-person", ward.state(patient));
    assertEquals(List.of("stop"), events());
    assertEquals(List.of("wrong-person"), concerns());
    assertEquals(
        "true", ward.one("SELECT voided_at IS NOT NULL FROM response WHERE facility_id = ?"));
    assertEquals("0", ward.one("SELECT count(*) FROM counted WHERE facility_id = ?"));
  }

  @Test
  void aQualifiedYesIsPartlyAndItsWordsAreKept() {
    Patient patient = invited();
    replies(patient, "Yes but not the pills", 2, "treatment");
    assertEquals("open partly sms day-2", ward.response(patient));
    assertEquals(
        "qualified diagnosis",
        ward.one(
            "SELECT understood_as || ' ' || comment_on FROM incoming_text WHERE facility_id = ?"));
  }

  @Test
  void aSlipIsPutRightAlsoAfterTheLastAnswer() {
    Patient patient = invited();
    replies(patient, "1 2 3", 2, "Thank you for your answers");
    replies(patient, "sorry I meant 1", 3, "we changed your answer");
    assertEquals("complete yes partly yes sms day-2", ward.response(patient));
  }

  @Test
  void afterSimplerWordsComesTheLinkToThePatientsOwnPage() {
    Patient patient = invited();
    replies(patient, "my leg hurts a bit", 2, "Do you know why you were ill?");
    replies(patient, "hm", 3, outreach.url + "/r/");
    String link = ward.received(patient.phone()).getLast().replaceAll(".*/r/(\\S+).*", "$1");
    org.homeward.token.Token token = org.homeward.token.Token.parse(link).orElseThrow();
    assertTrue(outreach.links.open(token, outreach.clock.instant()).isPresent());
  }

  @Test
  void whatWasAnsweredOnThePageIsNotAskedAgainByText() {
    Patient patient = invited();
    replies(patient, "1", 2, "treatment");
    ward.change(
        "UPDATE response SET treatment = 'no', treatment_channel = 'web' WHERE facility_id = ?");
    replies(patient, "2", 3, "at home");
    assertEquals("open yes no sms day-2", ward.response(patient));
  }

  @Test
  void itBeginsWithWhatWasNotUnderstoodAtDischarge() {
    Patient patient = ward.patient(outreachDay(), "en", Ward.number("+1303"));
    ward.change(
        """
        INSERT INTO response (facility_id, response_id, discharge_id, unit_id, touchpoint, channel,
          respondent, language, instrument, standing, day, diagnosis, treatment, next_steps,
          answered_at, received_at)
        SELECT facility_id, gen_random_uuid(), discharge_id, unit_id, 'at-discharge', 'kiosk', 'patient',
          'en', 1, 'complete', day, 'yes', 'yes', 'partly', now(), now()
        FROM discharge WHERE facility_id = ?
        """);
    ward.invite();
    ward.send();
    String first = ward.received(patient.phone()).getFirst();
    assertTrue(first.contains("you were not sure about what to do at home"), first);
    replies(patient, "1", 2, "what made you ill");
  }

  @Test
  void aNewConsentReopensAStoppedNumberAndTheLedgerSaysSo() {
    Patient patient = invited();
    replies(patient, "STOP", 2, "no more texts");
    java.util.UUID later = ward.discharge(outreachDay(), "en");
    ward.contact(later, patient.phone());
    ward.consent(later, patient.phone());
    assertEquals(List.of("stop", "start"), events());
  }

  private Patient invited() {
    Patient patient = ward.patient(outreachDay(), "en", Ward.number("+1303"));
    ward.invite();
    ward.send();
    assertTrue(ward.received(patient.phone()).getFirst().startsWith("Mercy Hospital: Hello."));
    return patient;
  }

  private java.time.LocalDate outreachDay() {
    Instant now = outreach.clock.instant();
    return ward.facility.dayOf(now).minusDays(3);
  }

  /** The patient writes, and then the so-manyeth text on their phone says this. */
  private void replies(Patient patient, String words, int texts, String expected) {
    ward.reply(patient.phone(), words);
    Patience.until("an answer to " + words, () -> ward.received(patient.phone()).size() >= texts);
    List<String> received = ward.received(patient.phone());
    assertEquals(texts, received.size(), received::toString);
    assertTrue(received.getLast().contains(expected), received.getLast());
    outreach.clock.advance(Duration.ofSeconds(5));
  }

  private void allHeard(int texts) {
    Patience.until(
        texts + " texts heard",
        () ->
            ward.one(
                    "SELECT count(*) FROM incoming_text WHERE facility_id = ? AND processed_at IS NOT NULL")
                .equals(Integer.toString(texts)));
    quiet();
  }

  /** Whatever the bell may have left is done now. */
  private void quiet() {
    outreach.listener.run(ward.facility);
    ward.send();
  }

  private List<String> concerns() {
    return ward.all("SELECT kind FROM concern WHERE facility_id = ? ORDER BY raised_at");
  }

  private List<String> events() {
    return ward.all("SELECT event FROM suppression_event WHERE facility_id = ? ORDER BY event_id");
  }

  private List<String> settled() {
    Patience.until(
        "reports",
        () ->
            ward.statuses().stream()
                .noneMatch(s -> List.of("attempting", "queued", "sending", "sent").contains(s)));
    return ward.statuses();
  }

  private URI inbound() {
    return URI.create(outreach.url + "/sms/twilio/inbound");
  }
}
