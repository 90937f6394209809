package org.homeward.outreach;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.homeward.concern.postgres.Raising;
import org.homeward.db.Database;
import org.homeward.db.TestDatabase;
import org.homeward.facility.Facilities;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.facility.postgres.PostgresFacilities;
import org.homeward.http.Authentication;
import org.homeward.http.Caller;
import org.homeward.http.HttpApi;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.SessionCookie;
import org.homeward.outreach.http.CarrierRoutes;
import org.homeward.outreach.http.ConversationsRoute;
import org.homeward.outreach.http.LinkRoutes;
import org.homeward.outreach.http.SenderRoutes;
import org.homeward.outreach.json.LexiconFiles;
import org.homeward.outreach.postgres.PostgresConversations;
import org.homeward.outreach.postgres.PostgresInbox;
import org.homeward.outreach.postgres.PostgresInvitations;
import org.homeward.outreach.postgres.PostgresLinks;
import org.homeward.outreach.postgres.PostgresOutbox;
import org.homeward.outreach.postgres.PostgresPlans;
import org.homeward.outreach.postgres.PostgresSuppressions;
import org.homeward.outreach.postgres.PostgresTraffic;
import org.homeward.outreach.postgres.PostgresUnanswered;
import org.homeward.outreach.scheduler.Round;
import org.homeward.outreach.scheduler.RoundBell;
import org.homeward.plan.OutreachPlans;
import org.homeward.plan.postgres.PostgresOutreachPlans;
import org.homeward.sms.Refusal;
import org.homeward.sms.sandbox.SandboxCarrier;
import org.homeward.sms.sandbox.SandboxSettings;
import org.homeward.sms.twilio.TwilioAccount;
import org.homeward.sms.twilio.TwilioCarrier;
import org.homeward.sms.twilio.TwilioWebhooks;
import org.homeward.survey.Catalogue;
import org.homeward.survey.json.WordingFiles;
import org.homeward.survey.postgres.PostgresInstruments;
import org.homeward.vault.Vault;
import org.homeward.vault.tink.TinkVault;

/**
 * Outreach on the tests' database, with the sandbox carrier at the other end of real HTTP. Its
 * clock is the test's; passes are made by hand unless the bell is rung by a webhook.
 */
final class OutreachUnderTest implements AutoCloseable {
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String TOKEN = "token of the tests";

  /** For tests that are not about hours. */
  static final Timing ANY_HOUR = Timing.ANY_HOUR;

  private static final Duration CARRIER_TIME_OUT = Duration.ofSeconds(3);

  final Database database;
  final Vault vault;
  final MutableClock clock;
  final Ids ids;
  final Facilities facilities;
  final SandboxCarrier carrier;
  final Planner planner;
  final Starter starter;
  final Prompter prompter;
  final OutreachPlans plans;
  final HouseRules rules;

  /** By the first figures of a number; a number of no zone lives by the facility's. */
  final Map<String, List<ZoneId>> zonesOfPrefix = new ConcurrentHashMap<>();

  final Courier courier;
  final Listener listener;
  final Reconciler reconciler;
  final Collector collector;
  final Conversations conversations;
  final Links links;
  final List<String> toldOperator = new java.util.concurrent.CopyOnWriteArrayList<>();
  final Map<String, Caller.Person> signedIn = new ConcurrentHashMap<>();
  final PostgresOutbox outbox;
  final PostgresTraffic traffic;
  final URI url;

  private final Timing timing;
  private final TwilioCarrier client;
  private final RoundBell bell;
  private final WebServer server;

  /**
   * What a test may want otherwise.
   *
   * @param elsewhere another carrier than the sandbox that is started here
   * @param keys where the vault's keys are
   */
  record Setting(
      SandboxSettings sandbox,
      Optional<URI> elsewhere,
      Path keys,
      Pace pace,
      TwilioAccount.Retention retention,
      Reconciler.Patience patience) {
    static Setting usual() {
      return new Setting(
          SandboxSettings.forTests(ACCOUNT, TOKEN),
          Optional.empty(),
          temporary(),
          Pace.UNLIMITED,
          TwilioAccount.Retention.EVERYTHING,
          Reconciler.Patience.USUAL);
    }

    Setting with(SandboxSettings other) {
      return new Setting(other, elsewhere, keys, pace, retention, patience);
    }

    Setting with(Pace other) {
      return new Setting(sandbox, elsewhere, keys, other, retention, patience);
    }

    Setting with(TwilioAccount.Retention other) {
      return new Setting(sandbox, elsewhere, keys, pace, other, patience);
    }

    Setting with(Path vault) {
      return new Setting(sandbox, elsewhere, vault, pace, retention, patience);
    }

    Setting elsewhere(URI carrier, Path vault, Reconciler.Patience other) {
      return new Setting(sandbox, Optional.of(carrier), vault, pace, retention, other);
    }
  }

  OutreachUnderTest(Instant now, Timing timing) {
    this(now, timing, Setting.usual());
  }

  OutreachUnderTest(Instant now, Timing timing, SandboxSettings sandbox) {
    this(now, timing, Setting.usual().with(sandbox));
  }

  OutreachUnderTest(Instant now, Timing timing, Setting setting) {
    this(MutableClock.at(now), timing, setting);
  }

  OutreachUnderTest(MutableClock clock, Timing timing, Setting setting) {
    this(TestDatabase.database(), clock, timing, setting);
  }

  OutreachUnderTest(Database database, MutableClock clock, Timing timing, Setting setting) {
    this.database = database;
    this.facilities = new PostgresFacilities(database);
    this.timing = timing;
    this.clock = clock;
    this.ids = new Ids(java.time.Clock.systemUTC());
    this.vault = TinkVault.open(setting.keys());
    Catalogue catalogue = WordingFiles.read();
    new PostgresInstruments(database).publish(catalogue);
    this.carrier = SandboxCarrier.start(setting.sandbox());
    this.client =
        new TwilioCarrier(
            new TwilioAccount(
                ACCOUNT,
                TOKEN,
                Optional.of(setting.elsewhere().orElse(carrier.apiUrl())),
                CARRIER_TIME_OUT,
                setting.retention()));
    Script script = new Script(catalogue);
    this.outbox = new PostgresOutbox(database, vault);
    PostgresInbox inbox = new PostgresInbox(database, vault, ids, new Raising(ids));
    this.traffic = new PostgresTraffic(database, "AC" + ids.next(), setting.pace(), Pace.UNLIMITED);
    Operator operator = new Told(toldOperator);
    Refusals refusals =
        new Refusals(outbox, traffic, new PostgresSuppressions(database), operator, ids, clock);
    TwilioWebhooks webhooks = new TwilioWebhooks(TOKEN);
    StatusReports reports = new StatusReports(outbox, refusals, webhooks, clock);
    this.plans = new PostgresOutreachPlans(database);
    this.rules =
        new HouseRules(
            plans, number -> zonesOfPrefix.getOrDefault(number.e164().substring(0, 5), List.of()));
    this.planner = new Planner(new PostgresPlans(database, vault), rules, ids, clock);
    this.starter = new Starter(new PostgresInvitations(database, vault), script, rules, ids, clock);
    this.prompter =
        new Prompter(new PostgresUnanswered(database, vault), script, rules, ids, clock);
    this.reconciler = new Reconciler(outbox, client, reports, setting.patience(), clock);
    this.conversations = new PostgresConversations(database);
    this.links = new PostgresLinks(database, ids);
    int port = freePort();
    this.url = URI.create("http://localhost:" + port);
    this.listener =
        new Listener(inbox, new Ear(LexiconFiles.read()), script, url, Keywords.US, ids, clock);
    Duration never = Duration.ofDays(1);
    java.util.concurrent.atomic.AtomicReference<Courier> later =
        new java.util.concurrent.atomic.AtomicReference<>();
    this.bell =
        new RoundBell(
            facilities,
            List.of(
                new Round("start", never, facility -> starter.run(facility)),
                new Round("listen", never, facility -> listener.run(facility)),
                new Round("send", never, facility -> later.get().run(facility))));
    this.collector = new Collector(inbox, client, bell, operator, clock);
    carrier.publicUrl(url);
    this.courier = new Courier(outbox, traffic, client, refusals, rules, url, clock);
    later.set(courier);
    CarrierRoutes routes = new CarrierRoutes(webhooks, url, facilities, bell);
    HttpApi api =
        new HttpApi(
            Stream.of(
                    routes.routes(inbox, reports, clock).stream(),
                    new SenderRoutes(traffic, clock).routes().stream(),
                    Stream.of(
                        routes.dueNow(planner), new ConversationsRoute(conversations).route()),
                    new LinkRoutes(links, facilities, catalogue, clock).routes().stream())
                .flatMap(many -> many)
                .toList(),
            new Doorkeeper(signedIn),
            SessionCookie.at(url),
            512);
    HttpRouting.Builder routing = HttpRouting.builder();
    api.register(routing);
    this.server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .routing(routing)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(200))
            .build()
            .start();
  }

  Ward ward(String zone) {
    return Ward.open(this, timing == Timing.ANY_HOUR ? whereItIsMorning() : zone);
  }

  private String whereItIsMorning() {
    int west = Math.min(clock.instant().atZone(ZoneOffset.UTC).getHour() - 10, 12);
    return "Etc/GMT" + (west < 0 ? west : "+" + west);
  }

  @Override
  public void close() {
    server.stop();
    bell.close();
    client.close();
    carrier.close();
  }

  record Told(List<String> sentences) implements Operator {
    @Override
    public void tell(FacilityId facility, int errorCode, Refusal refusal) {
      sentences.add(facility + " " + errorCode);
    }

    @Override
    public void missed(FacilityId facility, int replies) {
      sentences.add(facility + " missed " + replies);
    }
  }

  private record Doorkeeper(Map<String, Caller.Person> people) implements Authentication {
    @Override
    public Optional<Caller.Person> person(String sessionCookie) {
      return Optional.ofNullable(people.get(sessionCookie));
    }

    @Override
    public Optional<Caller.HospitalSystem> system(String bearerToken) {
      return Optional.empty();
    }

    @Override
    public Caller.Kiosk kiosk(String bearerToken) {
      throw new Problem(ProblemCode.KIOSK_UNKNOWN, "There are no kiosks here.");
    }
  }

  void signIn(String cookie, FacilityId facility) {
    signedIn.put(
        cookie,
        new Caller.Person(ids.next(), "Ada", false, Map.of(facility, Caller.Role.ADMINISTRATOR)));
  }

  static Path temporary() {
    try {
      return Files.createTempDirectory("homeward-outreach");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
