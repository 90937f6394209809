package org.homeward.outreach;

import static org.homeward.outreach.OutreachUnderTest.ANY_HOUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Map;
import org.homeward.app.Browser;
import org.homeward.outreach.Ward.Patient;
import org.homeward.token.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a patient does on the page that a link in a text opens. */
class LinkIT {
  private OutreachUnderTest outreach;
  private Ward ward;
  private Patient patient;

  @BeforeEach
  void open() {
    outreach = new OutreachUnderTest(java.time.Clock.systemUTC().instant(), ANY_HOUR);
    ward = outreach.ward("America/New_York");
    patient = ward.patient();
    ward.invite();
    ward.send();
  }

  @AfterEach
  void close() {
    outreach.close();
  }

  @Test
  void threeAnswersOnThePageMakeACompleteResponseOfTheWeb() {
    Browser phone = phone(ward.link(patient));
    assertEquals("open", phone.get("/api/v1/link").text("status"));
    answer(phone, "diagnosis", "yes");
    answer(phone, "treatment", "partly");
    assertEquals("done", answer(phone, "next-steps", "no").text("status"));
    assertEquals("complete yes partly no web day-2", ward.response(patient));
    assertEquals("complete", ward.state(patient));
  }

  @Test
  void whatWasAnsweredByTextIsNotAskedAgainAndKeepsItsChannel() {
    heard("1");
    Browser phone = phone(ward.link(patient));
    assertEquals("[\"diagnosis\"]", phone.get("/api/v1/link").body().at("/answered").toString());
    answer(phone, "diagnosis", "no");
    answer(phone, "treatment", "no");
    answer(phone, "next-steps", "yes");
    assertEquals("complete yes no yes sms day-2", ward.response(patient));
    assertEquals(
        "sms web web",
        ward.one(
            "SELECT concat_ws(' ', diagnosis_channel, treatment_channel, next_steps_channel) FROM response WHERE facility_id = ?"));
    ward.send();
    heard("2");
    assertEquals(
        "complete yes no yes sms day-2", ward.response(patient), "a late text changes nothing");
  }

  @Test
  void anAnswerOnThePageCanBeCorrectedThereWhileItIsOpen() {
    Browser phone = phone(ward.link(patient));
    answer(phone, "diagnosis", "yes");
    answer(phone, "diagnosis", "no");
    assertEquals("open no web day-2", ward.response(patient));
    assertEquals("[\"diagnosis\"]", phone.get("/api/v1/link").body().at("/answered").toString());
  }

  @Test
  void whoeverIsDoneEarlyLeavesTheRestOut() {
    Browser phone = phone(ward.link(patient));
    assertEquals("open", phone.post("/api/v1/link/closing", Map.of()).text("status"));
    assertEquals("asking", ward.state(patient), "nothing was answered, so texts go on");
    answer(phone, "treatment", "partly");
    assertEquals("done", phone.post("/api/v1/link/closing", Map.of()).text("status"));
    assertEquals("complete partly web day-2", ward.response(patient));
  }

  @Test
  void theWordsComeInTheConversationsLanguageOrInAnotherOfTheFacility() {
    Browser phone = phone(ward.link(patient));
    assertEquals("en", phone.get("/api/v1/link").text("language"));
    Browser.Answer spanish = phone.get("/api/v1/link?language=es");
    assertEquals("es", spanish.text("language"));
    assertEquals("Sí", spanish.body().at("/wording/answer.yes").asText());
    assertEquals("en", phone.get("/api/v1/link?language=xx").text("language"));
  }

  @Test
  void thePageTellsTheFacilitysNameAndNoneOfTheAnswers() {
    Browser phone = phone(ward.link(patient));
    answer(phone, "diagnosis", "partly");
    Browser.Answer page = phone.get("/api/v1/link");
    assertEquals("Mercy Hospital", page.body().at("/facility/name").asText());
    String told = page.whole().body().replace(page.body().at("/wording").toString(), "");
    assertFalse(told.contains("partly"), told);
    assertFalse(told.contains("Ward 7"), told);
    assertFalse(told.contains(patient.phone().substring(2)), told);
    assertFalse(told.contains(patient.discharge().toString()), told);
  }

  @Test
  void aLinkClosesWhenItsAnswersAreNoLongerWaitedFor() {
    Browser phone = phone(ward.link(patient));
    outreach.clock.advance(Duration.ofDays(8));
    assertEquals("over", phone.get("/api/v1/link").text("status"));
    Browser.Answer late = answer(phone, "diagnosis", "yes");
    assertEquals(409, late.status());
    assertEquals("link-closed", late.text("code"));
    assertEquals("0", ward.one("SELECT count(*) FROM response WHERE facility_id = ?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"died", "readmitted", "excluded", "cancelled"})
  void aDischargeThatIsNotAskedAnyMoreIsNotAskedOnThePage(String standing) {
    Browser phone = phone(ward.link(patient));
    ward.standing(patient.discharge(), standing);
    assertEquals("over", phone.get("/api/v1/link").text("status"));
    assertEquals(409, answer(phone, "diagnosis", "yes").status());
  }

  @Test
  void aTokenThatIsNoLinksOpensNothing() {
    for (String token :
        new String[] {
          Token.brief(ward.facility.id()).text(), Token.random(ward.facility.id()).text(), "x"
        }) {
      Browser.Answer refused = phone(token).get("/api/v1/link");
      assertEquals(401, refused.status());
      assertEquals("link-unknown", refused.text("code"));
    }
    assertEquals(401, new Browser(outreach.url).get("/api/v1/link").status());
  }

  @Test
  void anAnswerThatIsNoneIsRefusedAndNothingIsStored() {
    Browser phone = phone(ward.link(patient));
    assertEquals(422, answer(phone, "diagnosis", "maybe").status());
    assertEquals(404, answer(phone, "food", "yes").status());
    assertEquals("0", ward.one("SELECT count(*) FROM response WHERE facility_id = ?"));
  }

  @Test
  void noMoreTextsAskedForOnThePageHoldsForTheNumber() {
    Browser phone = phone(ward.link(patient));
    assertEquals("over", phone.post("/api/v1/link/stop", Map.of()).text("status"));
    phone.post("/api/v1/link/stop", Map.of());
    assertEquals(
        "stop link",
        ward.one("SELECT event || ' ' || source FROM suppression_event WHERE facility_id = ?"));
    assertEquals("stopped", ward.state(patient));
  }

  private Browser phone(String token) {
    return new Browser(outreach.url).bearing(token);
  }

  private static Browser.Answer answer(Browser phone, String item, String answer) {
    return phone.put(
        "/api/v1/link/answers/" + item,
        Map.of("answer", answer, "respondent", "patient", "language", "en"));
  }

  private void heard(String body) {
    String before = ward.one("SELECT count(*) FROM incoming_text WHERE facility_id = ?");
    ward.reply(patient.phone(), body);
    Patience.until(
        "the reply is heard",
        () ->
            !ward.one(
                    "SELECT count(*) FROM incoming_text WHERE facility_id = ? AND processed_at IS NOT NULL")
                .equals(before));
  }
}
