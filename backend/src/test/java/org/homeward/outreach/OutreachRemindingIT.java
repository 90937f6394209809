package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.homeward.concern.postgres.Raising;
import org.homeward.outreach.Ward.Patient;
import org.homeward.outreach.postgres.PostgresInbox;
import org.homeward.plan.Caps;
import org.homeward.plan.Followup;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.OutreachPlans.Edition;
import org.homeward.plan.Reminders;
import org.homeward.plan.SendWindow;
import org.homeward.sms.InboundText;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutreachRemindingIT {
  /** Ten in the morning in New York. */
  private static final Instant TEN = Instant.parse("2026-11-24T15:00:00Z");

  private OutreachUnderTest outreach;
  private Ward ward;
  private Patient patient;

  @BeforeEach
  void invite() {
    outreach = new OutreachUnderTest(TEN, Timing.USUAL);
    ward = outreach.ward("America/New_York");
    patient = ward.patient(LocalDate.of(2026, 11, 22), "en", Ward.number("+1303"));
    ward.invite();
    ward.send();
  }

  @AfterEach
  void close() {
    outreach.close();
  }

  @Test
  void whoDoesNotAnswerIsRemindedOnceADayLater() {
    later(Duration.ofHours(23));
    assertEquals(1, texts());
    later(Duration.ofHours(1));
    assertEquals(2, texts());
    assertEquals(
        "Mercy Hospital: One question is still open for you. Do you understand what made you ill? Reply 1 for yes, 2 for partly, 3 for no.",
        ward.received(patient.phone()).getLast());
    later(Duration.ofDays(3));
    later(Duration.ofDays(5));
    assertEquals(2, texts());
  }

  @Test
  void aReminderAsksTheQuestionThatIsOpenADayAfterTheLastWord() {
    outreach.clock.advance(Duration.ofHours(3));
    answer("1");
    later(Duration.ofHours(21));
    assertEquals(2, texts(), "a day after the invitation, 21 hours after the answer");
    later(Duration.ofHours(4));
    assertEquals(3, texts());
    assertTrue(ward.received(patient.phone()).getLast().contains("treatment"));
  }

  @Test
  void nobodyIsRemindedOfWhatHasEnded() {
    answer("1");
    answer("1");
    answer("2");
    Patience.until("the thanks", () -> texts() == 4);
    later(Duration.ofHours(25));
    assertEquals(4, texts());
    assertEquals("complete", ward.state(patient));
  }

  @Test
  void whoHasDiedOrWithdrewOrStoppedIsNotReminded() {
    ward.standing(patient.discharge(), "died");
    later(Duration.ofHours(25));
    assertEquals(1, texts());
    assertTrue(
        ward.all(
                "SELECT because FROM outreach_event WHERE facility_id = ? AND event = 'no-reminder'")
            .contains("discharge-died"));
  }

  @Test
  void aReminderThatWasWrittenIsNotSentOnceTheAnswerIsThere() {
    outreach.clock.advance(Duration.ofDays(1));
    outreach.prompter.run(ward.facility);
    outreach.clock.advance(Duration.ofSeconds(1));
    // Past the webhook, which would ring for the courier before the answer was heard.
    new PostgresInbox(outreach.database, outreach.vault, outreach.ids, new Raising(outreach.ids))
        .store(
            ward.facility.id(),
            new InboundText(Carriers.sid(), patient.phone(), ward.sender, "1", 0, Optional.empty()),
            outreach.clock.instant());
    outreach.listener.run(ward.facility);
    ward.send();
    assertEquals(
        List.of("answered"),
        ward.all(
            "SELECT withheld_because FROM outgoing_text WHERE facility_id = ? AND purpose = 'reminder'"));
  }

  @Test
  void trap15AReminderKeepsToTheHoursOfThePatientsOwnZone() {
    // Their number says Los Angeles: ten in New York is seven there.
    outreach.zonesOfPrefix.put(
        patient.phone().substring(0, 5), List.of(ZoneId.of("America/Los_Angeles")));
    later(Duration.ofDays(1));
    assertEquals(1, texts());
    later(Duration.ofMinutes(119));
    assertEquals(1, texts());
    later(Duration.ofMinutes(1));
    assertEquals(2, texts());
  }

  @Test
  void theFacilitysPlanSaysHowOften() {
    set(new Reminders(2, Duration.ofDays(2)));
    later(Duration.ofDays(1));
    assertEquals(1, texts());
    later(Duration.ofDays(1));
    assertEquals(2, texts());
    later(Duration.ofDays(2));
    assertEquals(3, texts());
  }

  private void set(Reminders reminders) {
    assertTrue(
        outreach.plans.set(
            ward.facility.id(),
            new Edition(
                1,
                new OutreachPlan(
                    List.of(Followup.at(Touchpoint.DAY_2)),
                    SendWindow.USUAL,
                    LocalTime.of(10, 0),
                    reminders,
                    Caps.USUAL),
                Optional.of("person:test"),
                Optional.of(TEN))));
  }

  private void later(Duration by) {
    outreach.clock.advance(by);
    outreach.prompter.run(ward.facility);
    ward.send();
  }

  private void answer(String digit) {
    int before = incoming();
    ward.reply(patient.phone(), digit);
    Patience.until("the reply has come in", () -> incoming() == before + 1);
    outreach.listener.run(ward.facility);
    Patience.until("the reply is heard", () -> heard() == before + 1);
    ward.send();
  }

  private int incoming() {
    return Integer.parseInt(ward.one("SELECT count(*) FROM incoming_text WHERE facility_id = ?"));
  }

  private int heard() {
    return Integer.parseInt(
        ward.one("SELECT count(processed_at) FROM incoming_text WHERE facility_id = ?"));
  }

  private int texts() {
    return ward.received(patient.phone()).size();
  }
}
