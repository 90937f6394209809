package org.homeward.sms.sandbox;

import io.helidon.webserver.WebServer;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A carrier that speaks Twilio's protocol and sends nothing anywhere. It takes texts by Twilio's
 * REST API, shows them on phones on a page, posts what the phones reply as signed webhooks, and
 * fails as it is told to.
 */
public final class SandboxCarrier implements AutoCloseable {

  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Duration GRACE = Duration.ofMillis(300);

  private final SandboxSettings settings;
  private final Texts texts;
  private final Failures failures = new Failures();
  private final SignedPost post;
  private final Webhook webhook;
  private final Switchboard switchboard;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final WebServer server;
  private final Instant started;

  private SandboxCarrier(SandboxSettings settings) {
    InstantSource clock = Clock.systemUTC();
    this.settings = settings;
    this.started = clock.instant();
    this.texts = new Texts(settings.directory());
    this.post = new SignedPost(settings.authToken());
    this.webhook = new Webhook(post, settings.accountSid(), settings.publicUrl());
    Keywords keywords = new Keywords(settings.keywordHandling(), texts.all());
    Deliveries deliveries = new Deliveries(texts, webhook, executor, clock, settings.pace());
    this.switchboard =
        new Switchboard(texts, keywords, failures, deliveries, webhook, executor, clock);
    this.server =
        WebServer.builder()
            .host(settings.bind())
            .port(settings.port())
            .maxPayloadSize(1 << 20)
            .shutdownGracePeriod(GRACE)
            .shutdownHook(false)
            .routing(
                routing ->
                    routing
                        .register(
                            "/2010-04-01/Accounts",
                            new MessagesApi(settings, switchboard, texts, failures, closing))
                        .register("/v1/Services", new ServicesApi(settings))
                        .register("/sandbox", new PhonesApi(this))
                        .register("/", new PhonesPage()))
            .build();
  }

  /**
   * A running carrier; texts that were under way when it was last closed go on.
   *
   * @throws UncheckedIOException when the port or the directory cannot be had
   */
  public static SandboxCarrier start(SandboxSettings settings) {
    SandboxCarrier carrier = new SandboxCarrier(settings);
    carrier.server.start();
    // Helidon logs that a port is taken, and returns as if it had started.
    if (!carrier.server.isRunning()) {
      carrier.close();
      throw new UncheckedIOException(
          "port " + settings.port() + " of " + settings.bind() + " is taken", new BindException());
    }
    carrier.switchboard.resume();
    return carrier;
  }

  public int port() {
    return server.port();
  }

  /** Where a client finds the API: what a Twilio account is given as its API URL. */
  public URI apiUrl() {
    String host = settings.bind().equals("0.0.0.0") ? "127.0.0.1" : settings.bind();
    return URI.create("http://" + host + ":" + port());
  }

  /** Where webhooks go from now on: for a service that is started after its carrier. */
  public void publicUrl(URI url) {
    webhook.publicUrl(url);
  }

  URI publicUrl() {
    return webhook.publicUrl();
  }

  /** Every text in either direction, oldest first. */
  public List<SandboxText> texts() {
    return texts.all();
  }

  /** The thread of one phone, oldest first. */
  public List<SandboxText> texts(String phone) {
    return texts.of(phone);
  }

  /**
   * The phone replies to the number that texted it last. The webhook follows on another thread.
   *
   * @throws IllegalArgumentException when nothing was ever sent to the phone
   */
  public SandboxText reply(String phone, String body) {
    String number =
        switchboard
            .lastTo(phone)
            .orElseThrow(() -> new IllegalArgumentException("Nobody has texted " + phone))
            .number();
    return reply(phone, number, body);
  }

  /** The phone texts a number of ours, asked or not. The webhook follows on another thread. */
  public SandboxText reply(String phone, String number, String body) {
    if (!isPhone(phone) || !isPhone(number)) {
      throw new IllegalArgumentException("A number is written like +12025550123");
    }
    if (body.isEmpty()) {
      throw new IllegalArgumentException("The text is empty");
    }
    return switchboard.receive(phone, number, body);
  }

  public void fail(Failure failure) {
    failures.set(failure);
  }

  public void clearFailure(Failure.Kind kind) {
    failures.clear(kind);
  }

  public void clearFailures() {
    failures.clear();
  }

  public List<Failure> failures() {
    return failures.all();
  }

  /** Asks the service to make its waiting follow-ups due now. */
  public DueNow dueNow() {
    return DueNow.ask(webhook);
  }

  /** Changes with everything that the page shows, and with every start. */
  String revision() {
    return started.toEpochMilli() + "-" + texts.revision() + "-" + failures.revision();
  }

  static boolean isPhone(String number) {
    return PHONE.matcher(number).matches();
  }

  @Override
  public void close() {
    closing.countDown();
    executor.shutdownNow();
    server.stop();
    post.close();
    texts.close();
  }
}
