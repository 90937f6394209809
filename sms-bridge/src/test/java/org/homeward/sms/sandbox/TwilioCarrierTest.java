package org.homeward.sms.sandbox;

import static org.homeward.sms.sandbox.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeward.sms.CarrierText;
import org.homeward.sms.CarrierUnavailable;
import org.homeward.sms.DeliveryStatus;
import org.homeward.sms.InboundText;
import org.homeward.sms.OutboundText;
import org.homeward.sms.ReceivedText;
import org.homeward.sms.Refusal;
import org.homeward.sms.SendOutcome;
import org.homeward.sms.twilio.TwilioAccount;
import org.homeward.sms.twilio.TwilioCarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twilio's library, against the sandbox, over real HTTP. */
class TwilioCarrierTest {

  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String TOKEN = "d3b07384d113edec49eaa6238ad5ff00";
  private static final String HOSPITAL = "+12025550100";
  private static final String SERVICE = "MG00000000000000000000000000000001";
  private static final String PHONE = "+12025550147";

  private final SandboxCarrier sandbox =
      SandboxCarrier.start(SandboxSettings.forTests(ACCOUNT, TOKEN));
  private final TwilioCarrier carrier = carrier(TOKEN, Duration.ofSeconds(10));
  private final Instant before = Instant.now();

  @AfterEach
  void close() {
    carrier.close();
    sandbox.close();
  }

  @Test
  void anAcceptedTextIsAtTheCarrier() {
    var accepted = assertInstanceOf(SendOutcome.Accepted.class, carrier.send(text("Grüße & 1+1")));
    assertTrue(accepted.carrierId().matches("SM[0-9a-f]{32}"));
    assertEquals(DeliveryStatus.QUEUED, accepted.status());
    SandboxText held = onlyText();
    assertEquals(accepted.carrierId(), held.sid());
    assertEquals("Grüße & 1+1", held.body());
    assertEquals(HOSPITAL, held.number());
    assertEquals(PHONE, held.phone());
    assertEquals(text("Any").statusCallback(), held.statusCallback());
  }

  @Test
  void aThrottledTextWasNotTakenAndSaysWhenToTryAgain() {
    sandbox.fail(Failure.throttled(Duration.ofSeconds(7)).next(1));
    assertEquals(
        new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(7))), carrier.send(text("Hello")));
    assertEquals(List.of(), sandbox.texts());
    assertInstanceOf(SendOutcome.Accepted.class, carrier.send(text("Hello")));
  }

  @Test
  void anErrorAfterAcceptingIsUnknownAndTheTextIsSentOnce() {
    sandbox.fail(Failure.of(Failure.Kind.ERROR_AFTER_ACCEPTING));
    assertEquals(new SendOutcome.Unknown("HTTP 500"), carrier.send(text("Hello")));
    assertEquals("Hello", onlyText().body());
  }

  @Test
  void anErrorIsNeverFollowedByASecondAttempt() {
    sandbox.fail(Failure.of(Failure.Kind.ERROR).next(1));
    assertEquals(new SendOutcome.Unknown("HTTP 500"), carrier.send(text("Hello")));
    assertEquals(List.of(), sandbox.texts());
  }

  @Test
  void aTimeOutAfterAcceptingIsUnknownAndTheTextIsSentOnce() {
    sandbox.fail(Failure.of(Failure.Kind.TIME_OUT_AFTER_ACCEPTING));
    try (TwilioCarrier impatient = carrier(TOKEN, Duration.ofMillis(300))) {
      var unknown = assertInstanceOf(SendOutcome.Unknown.class, impatient.send(text("Hello")));
      assertFalse(unknown.reason().contains("Hello") || unknown.reason().contains("0147"));
    }
    assertEquals("Hello", onlyText().body());
  }

  @Test
  void aCarrierThatIsNotThereIsUnknown() {
    sandbox.close();
    assertInstanceOf(SendOutcome.Unknown.class, carrier.send(text("Hello")));
  }

  @ParameterizedTest
  @CsvSource({
    "21211, PERMANENT_FOR_NUMBER",
    "21610, OPTED_OUT",
    "21614, PERMANENT_FOR_NUMBER",
    "30022, SLOW_DOWN",
    "30034, STOP_AND_TELL_OPERATOR",
    "63038, PAUSE_ACCOUNT"
  })
  void aRefusedTextSaysWhyAndWasNotTaken(int code, Refusal refusal) {
    sandbox.fail(Failure.refused(code));
    assertEquals(new SendOutcome.Refused(code, refusal), carrier.send(text("Hello")));
    assertEquals(List.of(), sandbox.texts());
  }

  @Test
  void aWrongTokenIsForTheOperator() {
    try (TwilioCarrier stranger = carrier("wrong", Duration.ofSeconds(10))) {
      assertEquals(
          new SendOutcome.Refused(20003, Refusal.STOP_AND_TELL_OPERATOR),
          stranger.send(text("Hello")));
      assertThrows(CarrierUnavailable.class, () -> stranger.texts(HOSPITAL, PHONE, Instant.EPOCH));
    }
    assertEquals(List.of(), sandbox.texts());
  }

  @Test
  void listingFindsTheTextThatWasUnknown() throws InterruptedException {
    sandbox.fail(Failure.of(Failure.Kind.ERROR_AFTER_ACCEPTING).next(1));
    carrier.send(text("Hello"));
    eventually("delivered", () -> onlyText().status());

    List<CarrierText> found = carrier.texts(HOSPITAL, PHONE, before);

    assertEquals(1, found.size());
    CarrierText text = found.getFirst();
    assertEquals(onlyText().sid(), text.carrierId());
    assertEquals("Hello", text.body());
    assertEquals(HOSPITAL, text.sender());
    assertEquals(PHONE, text.recipient());
    assertEquals(DeliveryStatus.DELIVERED, text.status());
    assertEquals(onlyText().createdAt().getEpochSecond(), text.createdAt().getEpochSecond());
    assertEquals(Optional.empty(), text.errorCode());
  }

  @Test
  void listingFindsATextThatHasNotLeftYet() {
    try (SandboxCarrier slow =
            SandboxCarrier.start(
                SandboxSettings.forTests(ACCOUNT, TOKEN).withPace(Duration.ofHours(1)));
        TwilioCarrier patient =
            new TwilioCarrier(
                new TwilioAccount(
                    ACCOUNT, TOKEN, Optional.of(slow.apiUrl()), Duration.ofSeconds(10)))) {
      patient.send(text("Hello"));
      List<CarrierText> found = patient.texts(HOSPITAL, PHONE, before);
      assertEquals(List.of("Hello"), found.stream().map(CarrierText::body).toList());
      assertEquals(DeliveryStatus.QUEUED, found.getFirst().status());
    }
  }

  @Test
  void listingLeavesOutOthersAndWhatIsOlder() {
    carrier.send(text("Mine"));
    carrier.send(text(HOSPITAL, "+12025550199", "Another phone's"));
    carrier.send(text("+12025550111", PHONE, "Another hospital's"));
    sandbox.reply(PHONE, HOSPITAL, "1");
    assertEquals(List.of("Mine"), bodies(carrier.texts(HOSPITAL, PHONE, before)));
    assertEquals(List.of(), carrier.texts(HOSPITAL, PHONE, Instant.now().plusSeconds(60)));
  }

  @Test
  void listingReadsEveryPageOldestFirst() {
    List<String> sent = IntStream.range(0, 230).mapToObj(i -> "Text " + i).toList();
    sent.forEach(body -> assertInstanceOf(SendOutcome.Accepted.class, carrier.send(text(body))));
    assertEquals(sent, bodies(carrier.texts(HOSPITAL, PHONE, before)));
  }

  @Test
  void aListThatCannotBeHadIsNotAnEmptyList() {
    carrier.send(text("Hello"));
    sandbox.fail(Failure.of(Failure.Kind.LISTING_ERROR).next(1));
    assertThrows(CarrierUnavailable.class, () -> carrier.texts(HOSPITAL, PHONE, before));
    assertEquals(1, carrier.texts(HOSPITAL, PHONE, before).size());
  }

  @Test
  void aFailedTextListsItsErrorCode() throws InterruptedException {
    sandbox.fail(Failure.undelivered(30005).next(1));
    carrier.send(text("Hello"));
    eventually("undelivered", () -> onlyText().status());
    CarrierText listed = carrier.texts(HOSPITAL, PHONE, before).getFirst();
    assertEquals(DeliveryStatus.UNDELIVERED, listed.status());
    assertEquals(Optional.of(30005), listed.errorCode());
  }

  @Test
  void whatAPhoneSentIsListedWithoutWhatWeSent() {
    carrier.send(text("Hello"));
    sandbox.fail(Failure.of(Failure.Kind.INBOUND_LOST).next(1));
    SandboxText first = sandbox.reply(PHONE, HOSPITAL, " 1\n");
    sandbox.reply(PHONE, "+12025550111", "To another hospital");
    List<ReceivedText> received = carrier.received(HOSPITAL, before);
    assertEquals(
        List.of(new InboundText(first.sid(), PHONE, HOSPITAL, " 1\n", 0, Optional.empty())),
        received.stream().map(ReceivedText::text).toList());
    assertEquals(
        first.createdAt().getEpochSecond(), received.getFirst().receivedAt().getEpochSecond());
    assertEquals(List.of(), carrier.received(HOSPITAL, Instant.now().plusSeconds(60)));
  }

  @Test
  void whatAPhoneSentToAMessagingServiceIsListedByItsNumbers() {
    carrier.send(text(SERVICE, PHONE, "By the service"));
    String number = sandbox.texts(PHONE).getFirst().number();
    SandboxText reply = sandbox.reply(PHONE, number, "1");
    List<ReceivedText> received = carrier.received(SERVICE, before);
    assertEquals(
        List.of(
            new InboundText(
                reply.sid(), PHONE, number, "1", 0, Optional.empty(), Optional.of(SERVICE))),
        received.stream().map(ReceivedText::text).toList());
  }

  @Test
  void receivedTextsThatCannotBeListedAreNotNone() {
    sandbox.fail(Failure.of(Failure.Kind.LISTING_ERROR).next(1));
    assertThrows(CarrierUnavailable.class, () -> carrier.received(HOSPITAL, before));
  }

  @ParameterizedTest
  @CsvSource({"false, true", "true, false", "false, false"})
  void whatTheCarrierIsToldToForgetCannotBeFound(boolean words, boolean numbers) {
    try (TwilioCarrier discreet =
        new TwilioCarrier(
            new TwilioAccount(
                ACCOUNT,
                TOKEN,
                Optional.of(sandbox.apiUrl()),
                Duration.ofSeconds(10),
                new TwilioAccount.Retention(words, numbers)))) {
      assertInstanceOf(SendOutcome.Accepted.class, discreet.send(text("Hello")));
      assertEquals("Hello", onlyText().body());
      List<CarrierText> found = discreet.texts(HOSPITAL, PHONE, before);
      assertTrue(found.stream().noneMatch(held -> held.body().equals("Hello")));
      assertFalse(discreet.showsItsTexts());
      assertTrue(carrier.showsItsTexts());
    }
  }

  @Test
  void aMessagingServiceSendsAndListsByItsOwnName() {
    assertInstanceOf(
        SendOutcome.Accepted.class, carrier.send(text(SERVICE, PHONE, "By the service")));
    carrier.send(text("By the number"));
    List<CarrierText> found = carrier.texts(SERVICE, PHONE, before);
    assertEquals(List.of("By the service"), bodies(found));
    assertEquals(SERVICE, found.getFirst().sender());
    assertTrue(sandbox.texts(PHONE).getFirst().number().startsWith("+1202555"));
  }

  @Test
  void theTokenIsNeverShown() {
    TwilioAccount account =
        new TwilioAccount(ACCOUNT, TOKEN, Optional.empty(), TwilioAccount.DEFAULT_TIMEOUT);
    assertTrue(account.toString().contains(ACCOUNT));
    assertFalse(account.toString().contains(TOKEN));
    assertFalse(SandboxSettings.forTests(ACCOUNT, TOKEN).toString().contains(TOKEN));
  }

  private TwilioCarrier carrier(String token, Duration timeout) {
    return new TwilioCarrier(
        new TwilioAccount(ACCOUNT, token, Optional.of(sandbox.apiUrl()), timeout));
  }

  private SandboxText onlyText() {
    assertEquals(1, sandbox.texts().size());
    return sandbox.texts().getFirst();
  }

  private static List<String> bodies(List<CarrierText> texts) {
    return texts.stream().map(CarrierText::body).toList();
  }

  private static OutboundText text(String body) {
    return text(HOSPITAL, PHONE, body);
  }

  private static OutboundText text(String sender, String recipient, String body) {
    return new OutboundText(
        UUID.randomUUID(),
        sender,
        recipient,
        body,
        Duration.ofHours(4),
        URI.create("http://127.0.0.1:9/sms/twilio/status/01980a3c-0000-7000-8000-000000000001"));
  }
}
