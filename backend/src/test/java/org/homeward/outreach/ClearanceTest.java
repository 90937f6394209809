package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.homeward.discharge.Standing;
import org.homeward.outreach.Outbox.Waiting;
import org.homeward.outreach.Outbox.Waiting.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClearanceTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-23T04:00:00Z");
  private static final Situation ASKING =
      new Situation(Conversation.State.ASKING, Standing.ACTIVE, true);

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void aSuppressedNumberGetsNothingButTheConfirmationOfItsStop(Purpose purpose) {
    Clearance clearance = clear(new Waiting(purpose, NOON, true, false, Optional.empty()), NOON);
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
        clear(new Waiting(Purpose.INVITATION, NIGHT, false, false, Optional.of(ASKING)), NIGHT));
    assertEquals(
        new Clearance.Send(Clearance.VALIDITY),
        clear(new Waiting(Purpose.QUESTION, NIGHT, false, false, Optional.of(ASKING)), NIGHT));
  }

  @Test
  void anAnswerThatWasHeldUpForHoursIsNoAnswerAnyMore() {
    assertEquals(
        new Clearance.Later(Instant.parse("2026-11-23T14:00:00Z"), "quiet-hours"),
        clear(new Waiting(Purpose.QUESTION, NOON, false, false, Optional.of(ASKING)), NIGHT));
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
        clear(new Waiting(Purpose.INVITATION, NIGHT, false, true, Optional.of(ASKING)), NIGHT));
  }

  private static Waiting of(Purpose purpose, Situation situation) {
    return new Waiting(purpose, NOON, false, false, Optional.of(situation));
  }

  private static Clearance clear(Waiting waiting, Instant now) {
    return Clearance.of(waiting, SendWindow.USUAL, ZONE, now);
  }
}
