package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.outreach.Ward.Patient;
import org.homeward.sms.sandbox.Failure;
import org.homeward.sms.sandbox.SandboxText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutreachInboundIT {
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

  @DisplayName("Trap 29: a reply whose webhook was lost is found at the carrier, once")
  @Test
  void aLostReplyIsCollectedAndHeardOnce() {
    Patient patient = invited();
    outreach.collector.run(ward.facility);
    outreach.carrier.fail(Failure.of(Failure.Kind.INBOUND_LOST).next(1));
    SandboxText reply = outreach.carrier.reply(patient.phone(), ward.sender, "1");
    assertEquals(List.of(), heard());
    outreach.clock.advance(Duration.ofMinutes(1));
    outreach.collector.run(ward.facility);
    Patience.until("the answer", () -> heard().equals(List.of("answer")));
    assertTrue(outreach.toldOperator.contains(ward.facility.id() + " missed 1"));
    // It came after all, and is looked for again.
    assertEquals(
        200,
        Carriers.post(
                URI.create(outreach.url + "/sms/twilio/inbound"),
                Carriers.inbound(reply.sid(), patient.phone(), ward.sender, "1"))
            .statusCode());
    outreach.collector.run(ward.facility);
    outreach.listener.run(ward.facility);
    assertEquals(List.of("answer"), heard());
    assertEquals(1, outreach.toldOperator.size());
  }

  @DisplayName("Trap 29: a stop whose webhook was lost stops too")
  @Test
  void aLostStopStops() {
    Patient patient = invited();
    outreach.collector.run(ward.facility);
    outreach.carrier.fail(Failure.of(Failure.Kind.INBOUND_LOST).next(1));
    outreach.carrier.reply(patient.phone(), ward.sender, "STOP");
    outreach.collector.run(ward.facility);
    Patience.until("the stop", () -> ward.state(patient).equals("stopped"));
  }

  @Test
  void whatCameBeforeTheFirstLookIsNotOurs() {
    Patient patient = invited();
    outreach.carrier.fail(Failure.of(Failure.Kind.INBOUND_LOST).next(1));
    outreach.carrier.reply(patient.phone(), ward.sender, "1");
    outreach.clock.advance(Duration.ofHours(1));
    outreach.collector.run(ward.facility);
    outreach.collector.run(ward.facility);
    assertEquals(List.of(), heard());
  }

  @Test
  void whileTheCarrierCannotBeAskedTheNextLookGoesBackAsFar() {
    Patient patient = invited();
    outreach.collector.run(ward.facility);
    outreach.carrier.fail(Failure.of(Failure.Kind.INBOUND_LOST).next(1));
    outreach.carrier.fail(Failure.of(Failure.Kind.LISTING_ERROR).next(1));
    outreach.carrier.reply(patient.phone(), ward.sender, "1");
    outreach.clock.advance(Duration.ofHours(3));
    outreach.collector.run(ward.facility);
    assertEquals(List.of(), heard());
    outreach.clock.advance(Duration.ofHours(3));
    outreach.collector.run(ward.facility);
    Patience.until("the answer", () -> heard().equals(List.of("answer")));
  }

  @DisplayName("Trap 23: a text that comes often and everywhere at once is heard once")
  @Test
  void manyCopiesThroughManyReplicasAreHeardOnce() {
    Patient patient = invited();
    URI url = URI.create(outreach.url + "/sms/twilio/inbound");
    List<Runnable> work = new ArrayList<>();
    for (int answer = 0; answer < 3; answer++) {
      Map<String, String> form =
          Carriers.inbound(Carriers.sid(), patient.phone(), ward.sender, "1");
      for (int copy = 0; copy < 5; copy++) {
        work.add(() -> assertEquals(200, Carriers.post(url, form).statusCode()));
        work.add(() -> outreach.listener.run(ward.facility));
      }
    }
    Collections.shuffle(work, new Random(7));
    try (ExecutorService replicas = Executors.newFixedThreadPool(6)) {
      work.forEach(replicas::execute);
    }
    Patience.until("three are heard", () -> heard().size() == 3);
    // Three texts with the same words, minutes or seconds apart, are three answers.
    assertEquals(List.of("answer", "answer", "answer"), heard());
    assertEquals("complete yes yes yes sms day-2", ward.response(patient));
  }

  @Test
  void aReplyMayPrecedeEveryReportOnWhatItAnswers() {
    Patient patient = ward.patient();
    ward.invite();
    ward.change(
        "UPDATE outgoing_text SET status = 'attempting', attempts = 1, attempted_at = now() WHERE facility_id = ?");
    Map<String, String> form =
        new HashMap<>(Carriers.inbound(Carriers.sid(), patient.phone(), ward.sender, "1"));
    Carriers.post(URI.create(outreach.url + "/sms/twilio/inbound"), form);
    Patience.until("the answer", () -> heard().equals(List.of("answer")));
  }

  private List<String> heard() {
    return ward.all(
        "SELECT understood_as FROM incoming_text WHERE facility_id = ? AND processed_at IS NOT NULL ORDER BY received_at");
  }

  private Patient invited() {
    Patient patient = ward.patient();
    ward.invite();
    ward.send();
    return patient;
  }
}
