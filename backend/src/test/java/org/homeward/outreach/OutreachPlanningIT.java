package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.outreach.Ward.Patient;
import org.homeward.plan.Caps;
import org.homeward.plan.Followup;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.OutreachPlans.Edition;
import org.homeward.plan.Reminders;
import org.homeward.plan.SendWindow;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutreachPlanningIT {
  /** Friday afternoon in New York, two days before its clocks spring forward. */
  private static final Instant FRIDAY = Instant.parse("2026-03-06T21:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);

  private OutreachUnderTest outreach;
  private Ward ward;

  @BeforeEach
  void open() {
    outreach = new OutreachUnderTest(FRIDAY, Timing.USUAL);
    ward = outreach.ward("America/New_York");
  }

  @AfterEach
  void close() {
    outreach.close();
  }

  @Test
  void aDischargeIsPlannedOnceForTenOnItsSecondDay() {
    Patient patient = ward.patient(TODAY, "en", Ward.number("+1303"));
    outreach.planner.run(ward.facility);
    outreach.planner.run(ward.facility);
    assertEquals("planned", ward.state(patient));
    assertEquals(Instant.parse("2026-03-08T14:00:00Z"), due());
  }

  @Test
  void withoutNumberConsentOrStandingNothingIsPlanned() {
    ward.discharge(TODAY, "en");
    UUID withoutConsent = ward.discharge(TODAY, "en");
    ward.contact(withoutConsent, Ward.number("+1303"));
    UUID forAnotherNumber = ward.discharge(TODAY, "en");
    ward.contact(forAnotherNumber, Ward.number("+1303"));
    ward.consent(forAnotherNumber, Ward.number("+1303"));
    Patient withdrawn = ward.patient(TODAY, "en", Ward.number("+1303"));
    ward.withdrawConsents(withdrawn.discharge());
    Patient died = ward.patient(TODAY, "en", Ward.number("+1303"));
    ward.standing(died.discharge(), "died");
    ward.patient(TODAY.minusDays(15), "en", Ward.number("+1303"));
    outreach.planner.run(ward.facility);
    assertEquals("0", conversations());
  }

  @Test
  void aFacilityWithoutASenderPlansNothingUntilItHasOne() {
    ward.patient(TODAY, "en", Ward.number("+1303"));
    ward.change("DELETE FROM sender WHERE facility_id = ?");
    outreach.planner.run(ward.facility);
    assertEquals("0", conversations());
    outreach.facilities.addSender(ward.facility.id(), ward.sender);
    outreach.planner.run(ward.facility);
    assertEquals("1", conversations());
  }

  @Test
  void anEveningsLateEntryIsAskedAtTheNextOpening() {
    outreach.clock.set(Instant.parse("2026-03-09T02:30:00Z"));
    ward.patient(TODAY, "en", Ward.number("+1303"));
    outreach.planner.run(ward.facility);
    assertEquals(Instant.parse("2026-03-09T13:00:00Z"), due());
  }

  @Test
  void aCorrectedDischargeIsPlannedAgain() {
    Patient patient = ward.patient(TODAY, "en", Ward.number("+1303"));
    outreach.planner.run(ward.facility);
    // Committed after the plan, but with a time before it.
    ward.change(
        "UPDATE discharge SET day = day + 1, language = 'es', corrected_at = '2026-03-06T20:59:59Z' WHERE facility_id = ?");
    outreach.planner.run(ward.facility);
    assertEquals(Instant.parse("2026-03-09T14:00:00Z"), due());
    assertEquals("es", ward.one("SELECT language FROM conversation WHERE facility_id = ?"));
    assertEquals("planned", ward.state(patient));
  }

  @Test
  void whatWasAnsweredByAnotherChannelIsNotAskedAgain() {
    Patient patient = ward.patient(TODAY.minusDays(3), "en", Ward.number("+1303"));
    ward.change(
        """
        INSERT INTO response (facility_id, response_id, discharge_id, unit_id, touchpoint, channel,
          respondent, language, instrument, standing, day, diagnosis, answered_at, received_at)
        SELECT facility_id, gen_random_uuid(), discharge_id, unit_id, 'day-2', 'web', 'patient', 'en',
          1, 'open', day, 'no', now(), now()
        FROM discharge WHERE facility_id = ?
        """);
    ward.invite();
    assertEquals("cancelled", ward.state(patient));
    assertEquals(List.of(), ward.statuses());
  }

  @Test
  void aPlanThatComesDueAtNightIsPutOffAndItsQuestionsCloseNoLater() {
    Patient patient = ward.patient(TODAY.minusDays(3), "en", Ward.number("+1303"));
    outreach.planner.run(ward.facility);
    outreach.clock.set(Instant.parse("2026-03-07T04:00:00Z"));
    outreach.starter.run(ward.facility);
    assertEquals("planned", ward.state(patient));
    assertEquals(Instant.parse("2026-03-07T14:00:00Z"), due());
    // Seven days after ten on its second day, in New York's winter.
    assertEquals(Instant.parse("2026-03-12T15:00:00Z"), moment("expires_at"));
  }

  @Test
  void theHourIsThatOfThePatientsNumberAndAZoneThatWasGivenComesFirst() {
    outreach.zonesOfPrefix.put("+1808", List.of(ZoneId.of("Pacific/Honolulu")));
    ward.patient(TODAY, "en", Ward.number("+1808"));
    outreach.planner.run(ward.facility);
    assertEquals(Instant.parse("2026-03-08T20:00:00Z"), due());
    ward.change(
        "UPDATE discharge SET zone = 'America/Anchorage', corrected_at = now() WHERE facility_id = ?");
    outreach.planner.run(ward.facility);
    assertEquals(Instant.parse("2026-03-08T18:00:00Z"), due());
  }

  @Test
  void aChangedPlanMovesWhatHasNotBegun() {
    ward.patient(TODAY, "en", Ward.number("+1303"));
    outreach.planner.run(ward.facility);
    set(1, Touchpoint.DAY_2);
    outreach.planner.run(ward.facility);
    assertEquals(Instant.parse("2026-03-08T19:00:00Z"), due());
    assertEquals(
        "plan-changed", ward.one("SELECT held_because FROM conversation WHERE facility_id = ?"));
  }

  @Test
  void everyFollowUpOfThePlanIsPlannedAndWhatWasTakenOutIsNotBegun() {
    Patient patient = ward.patient(TODAY.minusDays(2), "en", Ward.number("+1303"));
    set(1, Touchpoint.DAY_2, Touchpoint.DAY_30);
    outreach.planner.run(ward.facility);
    assertEquals("2", conversations());
    set(2, Touchpoint.DAY_30);
    outreach.planner.run(ward.facility);
    outreach.starter.run(ward.facility);
    assertEquals(
        List.of("day-2 cancelled touchpoint-off", "day-30 planned"),
        ward.all(
            "SELECT concat_ws(' ', touchpoint, state, ended_because) FROM conversation WHERE facility_id = ? AND discharge_id = '"
                + patient.discharge()
                + "' ORDER BY touchpoint"));
  }

  @Test
  void whatIsEnteredTooLateToBeAnsweredIsNotPlannedAndDoesNotHoldUpTheOthers() {
    for (int i = 0; i < 3; i++) {
      ward.patient(TODAY.minusDays(9), "en", Ward.number("+1303"));
    }
    Patient inTime = ward.patient(TODAY.minusDays(7), "en", Ward.number("+1303"));
    outreach.planner.run(ward.facility);
    assertEquals("1", conversations());
    assertEquals("planned", ward.state(inTime));
  }

  private void set(int edition, Touchpoint... touchpoints) {
    assertTrue(
        outreach.plans.set(
            ward.facility.id(),
            new Edition(
                edition,
                new OutreachPlan(
                    Stream.of(touchpoints).map(Followup::at).toList(),
                    SendWindow.USUAL,
                    LocalTime.of(15, 0),
                    Reminders.USUAL,
                    Caps.USUAL),
                Optional.of("person:test"),
                Optional.of(FRIDAY))));
  }

  private Instant due() {
    return moment("due_at");
  }

  private Instant moment(String column) {
    return Instant.parse(
        ward.one(
            "SELECT to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM conversation WHERE facility_id = ?"
                .formatted(column)));
  }

  private String conversations() {
    return ward.one("SELECT count(*) FROM conversation WHERE facility_id = ?");
  }
}
