package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.homeward.outreach.Ward.Patient;
import org.homeward.sms.sandbox.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutreachTrafficIT {
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

  @DisplayName("Trap 30: 21211, 21614, 21635, 30005 and 30006 are permanent for the number")
  @ParameterizedTest
  @ValueSource(ints = {21211, 21614, 21635, 30005, 30006})
  void aPermanentRefusalIsNotRepeated(int code) {
    outreach.carrier.fail(Failure.refused(code).next(1));
    Patient refused = invited();
    outreach.carrier.fail(Failure.undelivered(code).next(1));
    Patient reported = invited();
    undelivered(reported);
    later(Duration.ofDays(1));
    assertEquals(List.of(), ward.received(refused.phone()));
    assertEquals(1, ward.received(reported.phone()).size());
    assertEquals("sending", standing());
  }

  @DisplayName("Trap 30: 21610 means opted out, and writes a suppression")
  @Test
  void anOptedOutNumberIsSuppressed() {
    outreach.carrier.fail(Failure.refused(21610).next(1));
    Patient patient = invited();
    assertEquals("stopped", ward.state(patient));
    assertEquals(
        "carrier:21610", ward.one("SELECT source FROM suppression_event WHERE facility_id = ?"));
    assertEquals("sending", standing());
  }

  @DisplayName("Trap 30: 30003 is transient: said again once, an hour later")
  @Test
  void aTextThatFoundThePhoneOffIsSaidAgainOnce() {
    outreach.carrier.fail(Failure.of(Failure.Kind.CALLBACKS_TWICE));
    outreach.carrier.fail(Failure.undelivered(30003));
    Patient patient = invited();
    Patience.until(
        "the repetition", () -> ward.statuses().equals(List.of("undelivered", "waiting")));
    ward.send();
    assertEquals(1, ward.received(patient.phone()).size(), "not at once");
    later(Duration.ofMinutes(61));
    Patience.until(
        "the repetition failed too",
        () -> ward.statuses().equals(List.of("undelivered", "undelivered")));
    later(Duration.ofHours(5));
    assertEquals(2, ward.received(patient.phone()).size());
    assertEquals(2, ward.statuses().size());
  }

  @DisplayName("Trap 30: 30003 when sending is tried again")
  @Test
  void aTransientRefusalIsTriedAgain() {
    outreach.carrier.fail(Failure.refused(30003).next(1));
    Patient patient = invited();
    later(Duration.ofMinutes(5));
    assertEquals(1, ward.received(patient.phone()).size());
  }

  @DisplayName("Trap 30: 30008 is unknown: nothing is said again and nothing stops")
  @Test
  void anUnknownErrorEndsTheTextAlone() {
    outreach.carrier.fail(Failure.undelivered(30008).next(1));
    Patient patient = invited();
    undelivered(patient);
    later(Duration.ofDays(1));
    assertEquals(1, ward.received(patient.phone()).size());
    assertEquals("sending", standing());
  }

  @DisplayName("Trap 30: 30007 and 30034 stop the sender and tell the operator")
  @ParameterizedTest
  @ValueSource(ints = {30007, 30034})
  void aFilteredOrUnregisteredSenderStopsUntilSomebodyReleasesIt(int code) {
    outreach.carrier.fail(Failure.refused(code).next(1));
    Patient first = invited();
    assertEquals(List.of(ward.facility.id() + " " + code), outreach.toldOperator);
    later(Duration.ofDays(2));
    assertEquals(List.of(), ward.received(first.phone()));
    outreach.signIn("administrator", ward.facility.id());
    assertTrue(
        Carriers.get(senders(), "homeward=administrator").body().contains("\"stopped\""),
        "shown to administrators");
    assertTrue(outreach.traffic.letGo(ward.facility.id(), ward.sender));
    ward.send();
    assertEquals(1, ward.received(first.phone()).size());
  }

  @DisplayName("Trap 30: a report of 30007 stops the sender too")
  @Test
  void aReportOfFilteringStopsTheSender() {
    outreach.carrier.fail(Failure.undelivered(30007).next(1));
    undelivered(invited());
    Patience.until("the sender is stopped", () -> standing().equals("stopped"));
    Patient next = invited();
    assertEquals(List.of(), ward.received(next.phone()));
  }

  @DisplayName("Trap 30: 30001, 21611 and 30022 slow the sender down")
  @ParameterizedTest
  @ValueSource(ints = {20429, 21611, 30001, 30022})
  void aSenderThatIsTooFastWaitsAndOthersDoNot(int code) {
    Ward other = outreach.ward("America/New_York");
    outreach.carrier.fail(Failure.refused(code).next(1));
    Patient refused = invited();
    Patient behind = invited();
    assertEquals(List.of(), ward.received(behind.phone()), "the sender is held");
    Patient elsewhere = other.patient();
    other.invite();
    other.send();
    assertEquals(1, other.received(elsewhere.phone()).size());
    later(Duration.ofSeconds(31));
    assertEquals(1, ward.received(behind.phone()).size());
    assertEquals(1, ward.received(refused.phone()).size());
    assertEquals(
        "1",
        ward.one("SELECT slowness FROM sender_traffic WHERE facility_id = ?"),
        "half the pace");
  }

  @DisplayName("Trap 30: a 429 is safe to retry, after as long as the carrier asks for")
  @Test
  void retryAfterHoldsTheWholeSender() {
    outreach.carrier.fail(Failure.throttled(Duration.ofSeconds(90)).next(1));
    Patient throttled = invited();
    Patient behind = invited();
    later(Duration.ofSeconds(89));
    assertEquals(List.of(), ward.received(behind.phone()));
    later(Duration.ofSeconds(2));
    assertEquals(1, ward.received(throttled.phone()).size());
    assertEquals(1, ward.received(behind.phone()).size());
  }

  @DisplayName("Trap 30: 63038 pauses the account, at every facility")
  @Test
  void theAccountsLimitPausesEveryFacility() {
    Ward other = outreach.ward("Europe/Paris");
    outreach.carrier.fail(Failure.refused(63038).next(1));
    Patient refused = invited();
    Patient elsewhere = other.patient();
    other.invite();
    other.send();
    assertEquals(List.of(), other.received(elsewhere.phone()));
    assertEquals(List.of(ward.facility.id() + " 63038"), outreach.toldOperator);
    later(Duration.ofMinutes(61));
    other.send();
    assertEquals(1, ward.received(refused.phone()).size());
    assertEquals(1, other.received(elsewhere.phone()).size());
  }

  @Test
  void twoCouriersTogetherKeepThePaceOfASender() {
    outreach.close();
    outreach =
        new OutreachUnderTest(
            Clock.systemUTC().instant(),
            OutreachUnderTest.ANY_HOUR,
            OutreachUnderTest.Setting.usual().with(new Pace(2)));
    ward = outreach.ward("America/New_York");
    List<Patient> patients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      patients.add(ward.patient());
    }
    ward.invite();
    for (int second = 0; second < 8; second++) {
      try (var couriers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
        couriers.execute(ward::send);
        couriers.execute(ward::send);
      }
      long sent = patients.stream().filter(p -> !ward.received(p.phone()).isEmpty()).count();
      assertEquals(Math.min(20, 6 + 2 * second), sent, "after " + second + " s");
      outreach.clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void answersGoBeforeWhatWeStart() {
    outreach.close();
    outreach =
        new OutreachUnderTest(
            Clock.systemUTC().instant(),
            OutreachUnderTest.ANY_HOUR,
            OutreachUnderTest.Setting.usual().with(new Pace(0.2)));
    ward = outreach.ward("America/New_York");
    Patient waiting = ward.patient();
    Patient writing = ward.patient();
    ward.invite();
    ward.change(
        "UPDATE outgoing_text SET purpose = 'help', conversation_id = NULL, not_before = not_before + interval '1 second' WHERE facility_id = ? AND text_id = '"
            + ward.one(
                "SELECT t.text_id FROM outgoing_text t JOIN conversation c USING (facility_id, conversation_id) WHERE t.facility_id = ? AND c.discharge_id = '"
                    + writing.discharge()
                    + "'")
            + "'");
    outreach.clock.advance(Duration.ofSeconds(2));
    ward.send();
    assertEquals(1, ward.received(writing.phone()).size());
    assertEquals(0, ward.received(waiting.phone()).size());
  }

  private Patient invited() {
    Patient patient = ward.patient();
    ward.invite();
    ward.send();
    return patient;
  }

  private void undelivered(Patient patient) {
    Patience.until(
        "the report that it did not arrive",
        () ->
            ward.all(
                    "SELECT t.status FROM outgoing_text t JOIN conversation c USING (facility_id, conversation_id) WHERE t.facility_id = ? AND c.discharge_id = '"
                        + patient.discharge()
                        + "'")
                .contains("undelivered"));
  }

  private void later(Duration duration) {
    outreach.clock.advance(duration);
    ward.send();
  }

  private String standing() {
    outreach.signIn("administrator", ward.facility.id());
    String body = Carriers.get(senders(), "homeward=administrator").body();
    for (String state : List.of("sending", "held", "stopped")) {
      if (body.contains("\"state\":\"" + state + "\"")) {
        return state;
      }
    }
    throw new AssertionError(body);
  }

  private URI senders() {
    return URI.create(outreach.url + "/api/v1/senders?facility=" + ward.facility.id());
  }
}
