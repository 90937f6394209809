package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.homeward.discharge.Standing;
import org.homeward.outreach.Outbox.Waiting;
import org.homeward.outreach.Outbox.Waiting.Situation;
import org.homeward.plan.Caps;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.PatientHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClearanceTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-23T04:00:00Z");
  private static final PatientHours HOURS =
      OutreachPlan.USUAL.hours(Optional.of(ZONE), List.of(), ZONE);
  private static final Situation ASKING =
      new Situation(Conversation.State.ASKING, Standing.ACTIVE, true);

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void aSuppressedNumberGetsNothingButTheConfirmationOfItsStop(Purpose purpose) {
    Clearance clearance = clear(waiting(purpose, NOON, true, false, Optional.empty()), NOON);
    assertEquals(
        purpose == Purpose.STOP_CONFIRMATION
            ? new Clearance.Send(Clearance.VALIDITY)
            : new Clearance.Withhold("suppressed"),
        clearance);
  }

  @ParameterizedTest
  @EnumSource(value = Standing.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
  void anythingButAnActiveDischargeWithholds(Standing standing) {
    Situation situation = new Situation(Conversation.State.ASKING, standing, true);
    assertEquals(
        new Clearance.Withhold("discharge-" + standing.code()),
        clear(of(Purpose.THANKS, situation), NOON));
  }

  @Test
  void withoutConsentNothingOfAConversationIsSent() {
    Situation situation = new Situation(Conversation.State.ASKING, Standing.ACTIVE, false);
    assertEquals(
        new Clearance.Withhold("no-consent"), clear(of(Purpose.QUESTION, situation), NOON));
  }

  @Test
  void aQuestionOfAConversationThatHasEndedIsNotAsked() {
    Situation situation = new Situation(Conversation.State.EXPIRED, Standing.ACTIVE, true);
    assertEquals(
        new Clearance.Withhold("conversation-expired"),
        clear(of(Purpose.QUESTION, situation), NOON));
    assertEquals(
        new Clearance.Send(Clearance.VALIDITY), clear(of(Purpose.CLOSED, situation), NOON));
  }

  @Test
  void anInvitationWaitsForTheMorningAndAnAnswerGoesAtNight() {
    assertEquals(
        new Clearance.Later(Instant.parse("2026-11-23T14:00:00Z"), "quiet-hours"),
        clear(waiting(Purpose.INVITATION, NIGHT, false, false, Optional.of(ASKING)), NIGHT));
    assertEquals(
        new Clearance.Send(Clearance.VALIDITY),
        clear(waiting(Purpose.QUESTION, NIGHT, false, false, Optional.of(ASKING)), NIGHT));
  }

  @Test
  void anAnswerThatWasHeldUpForHoursIsNoAnswerAnyMore() {
    assertEquals(
        new Clearance.Later(Instant.parse("2026-11-23T14:00:00Z"), "quiet-hours"),
        clear(waiting(Purpose.QUESTION, NOON, false, false, Optional.of(ASKING)), NIGHT));
  }

  @Test
  void trap15AConfirmationGoesAtNightOnlyWithinFiveMinutesOfThePatientsText() {
    Waiting thanks = waiting(Purpose.THANKS, NIGHT, false, false, Optional.of(ASKING));
    assertEquals(
        new Clearance.Send(Clearance.VALIDITY), clear(thanks, NIGHT.plusSeconds(5 * 60 - 1)));
    assertEquals(
        new Clearance.Later(Instant.parse("2026-11-23T14:00:00Z"), "quiet-hours"),
        clear(thanks, NIGHT.plusSeconds(5 * 60)));
  }

  @Test
  void trap15ATextIsNotHandedOverInTheWindowsLastMinute() {
    assertEquals(
        new Clearance.Send(Duration.ofSeconds(60)),
        clear(of(Purpose.INVITATION, ASKING), Instant.parse("2026-11-23T00:59:00Z")));
    assertEquals(
        new Clearance.Later(Instant.parse("2026-11-23T14:00:00Z"), "quiet-hours"),
        clear(of(Purpose.INVITATION, ASKING), Instant.parse("2026-11-23T00:59:01Z")));
  }

  @Test
  void aReminderOfAQuestionThatWasAnsweredMeanwhileIsWithheld() {
    assertEquals(
        new Clearance.Withhold("answered"),
        clear(reminder(Optional.of(NOON.plusSeconds(1)), List.of()), NOON.plusSeconds(2)));
    assertEquals(
        new Clearance.Send(Clearance.VALIDITY),
        clear(reminder(Optional.of(NOON.minusSeconds(1)), List.of()), NOON));
  }

  @Test
  void trap14ATextThatWeStartWaitsWhenItsNumberHadItsTextOfTheDay() {
    assertEquals(
        new Clearance.Later(Instant.parse("2026-11-23T15:00:00Z"), "daily-cap"),
        clear(reminder(Optional.empty(), List.of(NOON.minusSeconds(60))), NOON));
  }

  @Test
  void theCarrierMayNotDeliverAfterHoursEither() {
    Instant tenToEight = Instant.parse("2026-11-23T00:50:00Z");
    assertEquals(
        new Clearance.Send(Duration.ofMinutes(10)),
        clear(of(Purpose.INVITATION, ASKING), tenToEight));
  }

  @Test
  void theSandboxMayAskAtAnyHour() {
    assertEquals(
        new Clearance.Send(Clearance.VALIDITY),
        clear(waiting(Purpose.INVITATION, NIGHT, false, true, Optional.of(ASKING)), NIGHT));
  }

  private static Waiting of(Purpose purpose, Situation situation) {
    return waiting(purpose, NOON, false, false, Optional.of(situation));
  }

  /** Heard from as it was written. */
  private static Waiting waiting(
      Purpose purpose,
      Instant createdAt,
      boolean suppressed,
      boolean hourWaived,
      Optional<Situation> conversation) {
    return new Waiting(
        purpose,
        createdAt,
        Optional.of(createdAt),
        suppressed,
        hourWaived,
        conversation,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Waiting reminder(Optional<Instant> heardAt, List<Instant> started) {
    return new Waiting(
        Purpose.REMINDER,
        NOON,
        heardAt,
        false,
        false,
        Optional.of(ASKING),
        Optional.empty(),
        Optional.empty(),
        started);
  }

  private static Clearance clear(Waiting waiting, Instant now) {
    return Clearance.of(waiting, HOURS, Caps.USUAL, now);
  }
}
