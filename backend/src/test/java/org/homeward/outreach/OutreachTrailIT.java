package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.outreach.Ward.Patient;
import org.homeward.outreach.postgres.PostgresTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutreachTrailIT {
  /** Three in the morning in New York. */
  private static final Instant NIGHT = Instant.parse("2026-11-24T08:00:00Z");

  private OutreachUnderTest outreach;
  private Ward ward;

  @BeforeEach
  void open() {
    outreach = new OutreachUnderTest(NIGHT, Timing.USUAL);
    ward = outreach.ward("America/New_York");
  }

  @AfterEach
  void close() {
    outreach.close();
  }

  @Test
  void anAdministratorCanReadWhyAndWhenEverythingWentItsWay() {
    Patient patient = ward.patient();
    outreach.planner.run(ward.facility);
    ward.change("UPDATE conversation SET due_at = '2026-11-24T07:00:00Z' WHERE facility_id = ?");
    outreach.starter.run(ward.facility);
    outreach.clock.advance(Duration.ofHours(6));
    outreach.starter.run(ward.facility);
    outreach.clock.advance(Duration.ofHours(12));
    ward.send();
    outreach.clock.advance(Duration.ofHours(13));
    ward.standing(patient.discharge(), "died");
    ward.send();
    assertEquals(
        List.of(
            "08:00 CONVERSATION planned until 14:00",
            "08:00 CONVERSATION held until 07:00",
            "08:00 CONVERSATION held because quiet-hours until 14:00",
            "14:00 CONVERSATION asking because diagnosis until 14:00",
            "14:00 TEXT invitation waiting until 14:00",
            "02:00 TEXT invitation waiting because quiet-hours until 14:00",
            "15:00 TEXT invitation withheld because discharge-died"),
        trail(patient));
  }

  @Test
  void whatTheCarrierSaidAndWhatThePatientAnsweredStandInTheTrail() {
    outreach.clock.set(Instant.parse("2026-11-24T15:00:00Z"));
    Patient patient = ward.patient();
    ward.invite();
    ward.send();
    ward.reply(patient.phone(), "1");
    outreach.listener.run(ward.facility);
    Patience.until("the answer", () -> events(patient).contains("REPLY heard answer"));
    List<String> events = events(patient);
    assertTrue(
        events.containsAll(
            List.of(
                "TEXT invitation attempting",
                "REPLY heard answer",
                "CONVERSATION asking treatment",
                "TEXT question waiting")),
        () -> "The trail is " + events);
    assertTrue(
        Stream.of("queued", "sent", "delivered")
            .anyMatch(status -> events.contains("TEXT invitation " + status)),
        () -> "The trail is " + events);
  }

  @Test
  void theServiceCanNeitherForgeNorEraseTheTrail() {
    Patient patient = ward.patient();
    outreach.planner.run(ward.facility);
    for (String forgery :
        List.of(
            "UPDATE outreach_event SET event = 'asking' WHERE facility_id = ?",
            "DELETE FROM outreach_event WHERE facility_id = ?",
            "INSERT INTO outreach_event (facility_id, happened_at, subject, event) VALUES (?, now(), 'text', 'sent')")) {
      assertThrows(RuntimeException.class, () -> ward.change(forgery), forgery);
    }
    assertEquals(1, trail(patient).size());
  }

  private List<String> trail(Patient patient) {
    return entries(patient)
        .map(
            entry ->
                time(entry.at())
                    + " "
                    + words(entry.subject().name(), entry)
                    + entry.because().map(because -> " because " + because).orElse("")
                    + entry.until().map(until -> " until " + time(until)).orElse(""))
        .toList();
  }

  private List<String> events(Patient patient) {
    return entries(patient)
        .map(
            entry ->
                words(entry.subject().name(), entry)
                    + (entry.subject() == Trail.Subject.TEXT
                        ? ""
                        : entry.because().map(because -> " " + because).orElse("")))
        .toList();
  }

  private static String words(String subject, Trail.Entry entry) {
    return subject + entry.purpose().map(purpose -> " " + purpose).orElse("") + " " + entry.event();
  }

  private Stream<Trail.Entry> entries(Patient patient) {
    return new PostgresTrail(outreach.database)
        .ofDischarge(ward.facility.id(), patient.discharge()).stream();
  }

  private static String time(Instant moment) {
    return moment.toString().substring(11, 16);
  }
}
