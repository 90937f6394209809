package org.homeward.sms.sandbox;

import static org.homeward.sms.sandbox.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.sms.OptOutType;
import org.homeward.sms.OutboundText;
import org.homeward.sms.Refusal;
import org.homeward.sms.SendOutcome;
import org.homeward.sms.twilio.TwilioAccount;
import org.homeward.sms.twilio.TwilioCarrier;
import org.homeward.sms.twilio.TwilioWebhooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCarrierTest {

  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String TOKEN = "d3b07384d113edec49eaa6238ad5ff00";
  private static final String HOSPITAL = "+12025550100";
  private static final String PHONE = "+12025550147";
  private static final String INBOUND = "/sms/twilio/inbound";
  private static final String STATUS = "/sms/twilio/status/1";

  private final Service service = new Service(TOKEN);
  private final TwilioWebhooks webhooks = new TwilioWebhooks(TOKEN);
  private SandboxCarrier sandbox = SandboxCarrier.start(settings());

  @AfterEach
  void close() {
    sandbox.close();
    service.close();
  }

  @Test
  void aReplyReachesTheServiceSigned() throws InterruptedException {
    send("Do you know what comes next?");
    SandboxText reply = sandbox.reply(PHONE, " Sí, 1 \n");
    eventually(1, () -> service.posts(INBOUND).size());
    Service.Post post = service.posts(INBOUND).getFirst();
    assertTrue(post.authentic());
    var inbound = webhooks.inbound(post.form()).orElseThrow();
    assertEquals(reply.sid(), inbound.carrierId());
    assertEquals(PHONE, inbound.sender());
    assertEquals(HOSPITAL, inbound.recipient());
    assertEquals(" Sí, 1 \n", inbound.body());
    assertEquals(Optional.empty(), inbound.optOut());
    eventually("received by Homeward", () -> webhookOf(reply));
  }

  @Test
  void aWebhookThatIsAnsweredIsNotRepeated() throws InterruptedException {
    service.answerWith(500);
    SandboxText reply = sandbox.reply(PHONE, HOSPITAL, "1");
    eventually("Homeward answered 500", () -> webhookOf(reply));
    assertEquals(1, service.posts(INBOUND).size());
  }

  @Test
  void aServiceThatIsNotThereIsSaidToBeAway() throws InterruptedException {
    sandbox.publicUrl(URI.create("http://127.0.0.1:9"));
    SandboxText reply = sandbox.reply(PHONE, HOSPITAL, "1");
    eventually("Homeward could not be reached", () -> webhookOf(reply));
  }

  @Test
  void aPostThatFoundNoConnectionIsTriedAgain() throws Exception {
    int port = service.url().getPort();
    URI inbound = service.url().resolve(INBOUND);
    service.close();
    List<Service> restarted = new ArrayList<>();
    SignedPost.Pause restart = () -> restarted.add(new Service(TOKEN, port));
    try (SignedPost post = new SignedPost(TOKEN, restart)) {
      assertEquals(200, post.post(inbound, Map.of("Body", "1")).statusCode());
      assertEquals(1, restarted.getFirst().posts(INBOUND).size());
    } finally {
      restarted.forEach(Service::close);
    }
  }

  @Test
  void aPortThatIsTakenIsSaidToBe() {
    SandboxSettings taken =
        SandboxSettings.fromEnvironment(
            Map.of(
                "HOMEWARD_SANDBOX_PORT", Integer.toString(sandbox.port()),
                "HOMEWARD_TWILIO_ACCOUNT_SID", ACCOUNT,
                "HOMEWARD_TWILIO_AUTH_TOKEN", TOKEN));
    assertThrows(UncheckedIOException.class, () -> SandboxCarrier.start(taken).close());
  }

  @Test
  void statusesAreReportedInOrderAndSigned() throws InterruptedException {
    send("Hello");
    eventually(List.of("queued", "sent", "delivered"), () -> service.statuses(STATUS));
    assertTrue(service.posts(STATUS).stream().allMatch(Service.Post::authentic));
    assertEquals("delivered", sandbox.texts().getFirst().status());
  }

  @Test
  void anUndeliveredTextIsReportedWithItsCode() throws InterruptedException {
    sandbox.fail(Failure.undelivered(30005).next(1));
    send("Hello");
    send("Hello again");
    eventually(6, () -> service.posts(STATUS).size());
    List<Map<String, String>> failed =
        service.posts(STATUS).stream()
            .map(Service.Post::form)
            .filter(form -> form.containsKey("ErrorCode"))
            .toList();
    assertEquals(1, failed.size());
    assertEquals("30005", failed.getFirst().get("ErrorCode"));
    assertEquals("undelivered", failed.getFirst().get("MessageStatus"));
  }

  @Test
  void statusesCanComeTwice() throws InterruptedException {
    sandbox.fail(Failure.of(Failure.Kind.CALLBACKS_TWICE).next(1));
    send("Hello");
    eventually(
        List.of("queued", "queued", "sent", "sent", "delivered", "delivered"),
        () -> service.statuses(STATUS));
  }

  @Test
  void statusesCanComeOutOfOrder() throws InterruptedException {
    sandbox.fail(Failure.of(Failure.Kind.CALLBACKS_OUT_OF_ORDER).next(1));
    send("Hello");
    eventually(List.of("delivered", "sent", "queued"), () -> service.statuses(STATUS));
  }

  @Test
  void statusesCanComeLate() throws InterruptedException {
    sandbox.fail(Failure.callbacksLate(Duration.ofMillis(400)).next(1));
    send("Hello");
    eventually("delivered", () -> sandbox.texts().getFirst().status());
    assertEquals(List.of(), service.posts(STATUS));
    eventually(List.of("queued", "sent", "delivered"), () -> service.statuses(STATUS));
  }

  @Test
  void aReplyCanBePassedOnTwiceUnderOneSid() throws InterruptedException {
    sandbox.fail(Failure.of(Failure.Kind.INBOUND_TWICE).next(1));
    SandboxText reply = sandbox.reply(PHONE, HOSPITAL, "1");
    eventually(2, () -> service.posts(INBOUND).size());
    for (Service.Post post : service.posts(INBOUND)) {
      assertEquals(reply.sid(), post.form().get("MessageSid"));
    }
  }

  @Test
  void aFailureLastsAsLongAsItIsTold() {
    sandbox.fail(Failure.refused(21614).next(2));
    assertInstanceOf(SendOutcome.Refused.class, send("One"));
    assertInstanceOf(SendOutcome.Refused.class, send("Two"));
    assertInstanceOf(SendOutcome.Accepted.class, send("Three"));
    sandbox.fail(Failure.refused(21614));
    for (int i = 0; i < 5; i++) {
      assertInstanceOf(SendOutcome.Refused.class, send("Four"));
    }
    sandbox.clearFailures();
    assertInstanceOf(SendOutcome.Accepted.class, send("Five"));
  }

  @Test
  void followUpsAreMadeDueBySignedRequest() throws InterruptedException {
    assertEquals(new DueNow(true, 3, "3 follow-ups are due now."), sandbox.dueNow());
    Service.Post post = service.posts("/sms/sandbox/due-now").getFirst();
    assertTrue(post.authentic());
    assertEquals(Map.of("AccountSid", ACCOUNT), post.form());
  }

  @Test
  void aRefusalToMoveFollowUpsIsShown() {
    service.answerWith(403);
    DueNow outcome = sandbox.dueNow();
    assertFalse(outcome.done());
    assertTrue(outcome.sentence().contains("403"));
  }

  @Test
  void nothingIsSuppressedByItself() throws InterruptedException {
    send("Hello");
    sandbox.reply(PHONE, "STOP");
    eventually(1, () -> service.posts(INBOUND).size());
    assertFalse(service.posts(INBOUND).getFirst().form().containsKey("OptOutType"));
    assertEquals(2, sandbox.texts().size());
    assertInstanceOf(SendOutcome.Accepted.class, send("Still here"));
  }

  @Test
  void withKeywordHandlingTheCarrierStopsANumberItself() throws InterruptedException {
    restart(settings().withKeywordHandling());
    send("Hello");
    sandbox.reply(PHONE, " stop ");
    eventually(1, () -> service.posts(INBOUND).size());
    var inbound = webhooks.inbound(service.posts(INBOUND).getFirst().form()).orElseThrow();
    assertEquals(Optional.of(OptOutType.STOP), inbound.optOut());
    assertTrue(sandbox.texts().getLast().body().contains("no more messages"));
    assertEquals(new SendOutcome.Refused(21610, Refusal.OPTED_OUT), send("Still here"));
    sandbox.reply(PHONE, "START");
    assertInstanceOf(SendOutcome.Accepted.class, send("Back again"));
  }

  @Test
  void textsAndStopsSurviveARestart(@TempDir Path directory) throws Exception {
    SandboxSettings kept = settings().withDirectory(directory).withKeywordHandling();
    restart(kept);
    send("Hello");
    eventually("delivered", () -> sandbox.texts().getFirst().status());
    SandboxText stop = sandbox.reply(PHONE, "STOP");
    eventually("received by Homeward", () -> webhookOf(stop));
    eventually("delivered", () -> sandbox.texts().getLast().status());
    List<SandboxText> before = sandbox.texts();

    restart(kept);

    assertEquals(before, sandbox.texts());
    assertInstanceOf(SendOutcome.Refused.class, send("Still here"));
  }

  @Test
  void aLineTornByACrashCostsThatLineOnly(@TempDir Path directory) throws Exception {
    restart(settings().withDirectory(directory));
    send("Hello");
    eventually("delivered", () -> sandbox.texts().getFirst().status());
    sandbox.close();
    tear(directory.resolve("texts.jsonl"));

    restart(settings().withDirectory(directory));
    send("After the crash");
    restart(settings().withDirectory(directory));

    assertEquals(
        List.of("Hello", "After the crash"),
        sandbox.texts().stream().map(SandboxText::body).toList());
  }

  @Test
  void aTextUnderWayGoesOnAfterARestart(@TempDir Path directory) throws InterruptedException {
    restart(settings().withDirectory(directory).withPace(Duration.ofHours(1)));
    send("Hello");
    restart(settings().withDirectory(directory));
    eventually(List.of("queued", "sent", "delivered"), () -> service.statuses(STATUS));
  }

  @Test
  void theSettingsComeFromTheEnvironment() {
    SandboxSettings settings =
        SandboxSettings.fromEnvironment(
            Map.of(
                "HOMEWARD_SANDBOX_PORT", "9081",
                "HOMEWARD_SANDBOX_BIND", "0.0.0.0",
                "HOMEWARD_PUBLIC_URL", "https://homeward.example.org",
                "HOMEWARD_TWILIO_ACCOUNT_SID", ACCOUNT,
                "HOMEWARD_TWILIO_AUTH_TOKEN", TOKEN,
                "HOMEWARD_SANDBOX_KEYWORDS", "on",
                "HOMEWARD_DATA", "/var/lib/homeward"));
    assertEquals(
        new SandboxSettings(
            9081,
            "0.0.0.0",
            URI.create("https://homeward.example.org"),
            ACCOUNT,
            TOKEN,
            Path.of("/var/lib/homeward/sandbox"),
            true,
            settings.pace()),
        settings);
  }

  @Test
  void aMissingTokenIsNamed() {
    var missing =
        assertThrows(
            IllegalArgumentException.class,
            () -> SandboxSettings.fromEnvironment(Map.of("HOMEWARD_TWILIO_ACCOUNT_SID", ACCOUNT)));
    assertTrue(String.valueOf(missing.getMessage()).contains("HOMEWARD_TWILIO_AUTH_TOKEN"));
  }

  private SandboxSettings settings() {
    return SandboxSettings.forTests(ACCOUNT, TOKEN).withPublicUrl(service.url());
  }

  private void restart(SandboxSettings settings) {
    sandbox.close();
    sandbox = SandboxCarrier.start(settings);
  }

  private static void tear(Path file) throws IOException {
    Files.writeString(file, "{\"sid\":\"SM12", StandardOpenOption.APPEND);
  }

  private String webhookOf(SandboxText text) {
    return sandbox.texts().stream()
        .filter(other -> other.sid().equals(text.sid()))
        .map(other -> String.valueOf(other.webhook()))
        .findFirst()
        .orElseThrow();
  }

  private SendOutcome send(String body) {
    try (TwilioCarrier carrier =
        new TwilioCarrier(
            new TwilioAccount(
                ACCOUNT, TOKEN, Optional.of(sandbox.apiUrl()), Duration.ofSeconds(10)))) {
      return carrier.send(
          new OutboundText(
              UUID.randomUUID(),
              HOSPITAL,
              PHONE,
              body,
              Duration.ofHours(4),
              service.url().resolve(STATUS)));
    }
  }
}
