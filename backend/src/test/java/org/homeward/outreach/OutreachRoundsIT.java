package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.homeward.outreach.Ward.Patient;
import org.homeward.outreach.scheduler.Round;
import org.homeward.outreach.scheduler.Rounds;
import org.junit.jupiter.api.Test;

class OutreachRoundsIT {

  @Test
  void twoReplicasDoTheRoundsByThemselvesAndEachTextIsSentOnce() {
    try (OutreachUnderTest outreach =
        new OutreachUnderTest(Clock.systemUTC().instant(), OutreachUnderTest.ANY_HOUR)) {
      Ward ward = outreach.ward("America/New_York");
      List<Patient> patients = List.of(ward.patient(), ward.patient(), ward.patient());
      try (Rounds one = rounds(outreach, ward);
          Rounds two = rounds(outreach, ward)) {
        assertNotSame(one, two);
        Patience.until(
            "every patient has a text",
            () -> patients.stream().noneMatch(p -> ward.received(p.phone()).isEmpty()));
        // Not ringing the bell: the rounds alone find it.
        outreach.database.change(
            """
            INSERT INTO incoming_text (facility_id, carrier_id, recipient, sender_sealed, sender_hash,
              body_sealed, received_at)
            VALUES (?, 'SM1', ?, ?, ?, ?, now())
            """,
            ward.facility.id().value(),
            ward.sender,
            sealed(outreach, ward, "incoming_text.sender", patients.getFirst().phone()),
            outreach.vault.lookupHash(patients.getFirst().phone(), ward.facility.id().value()),
            sealed(outreach, ward, "incoming_text.body", "1"));
        Patience.until("an answer", () -> ward.received(patients.getFirst().phone()).size() == 2);
      }
      assertEquals(4, ward.statuses().size());
      assertEquals("4", ward.one("SELECT sum(attempts) FROM outgoing_text WHERE facility_id = ?"));
    }
  }

  private static byte[] sealed(OutreachUnderTest outreach, Ward ward, String column, String text) {
    return outreach.vault.seal(
        text, new org.homeward.vault.Vault.Place(column, ward.facility.id().value(), "SM1"));
  }

  private static Rounds rounds(OutreachUnderTest outreach, Ward ward) {
    Duration pause = Duration.ofSeconds(1);
    return Rounds.start(
        outreach.database.dataSource(),
        outreach.facilities,
        List.of(
            new Round("plan", pause, only(ward, outreach.planner::run)),
            new Round("start", pause, only(ward, outreach.starter::run)),
            new Round("listen", pause, only(ward, outreach.listener::run)),
            new Round("send", pause, only(ward, outreach.courier::run))));
  }

  /** The database is shared with other tests, whose rows are sealed with other keys. */
  private static java.util.function.Consumer<org.homeward.facility.Facility> only(
      Ward ward, java.util.function.Consumer<org.homeward.facility.Facility> work) {
    return facility -> {
      if (facility.id().equals(ward.facility.id())) {
        work.accept(facility);
      }
    };
  }
}
