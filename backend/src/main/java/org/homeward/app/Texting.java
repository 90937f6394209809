package org.homeward.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.homeward.concern.postgres.Raising;
import org.homeward.db.Database;
import org.homeward.discharge.phone.LibPhoneZones;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.http.Route;
import org.homeward.outreach.Collector;
import org.homeward.outreach.Conversations;
import org.homeward.outreach.Courier;
import org.homeward.outreach.Ear;
import org.homeward.outreach.HouseRules;
import org.homeward.outreach.Listener;
import org.homeward.outreach.Outlook;
import org.homeward.outreach.Pace;
import org.homeward.outreach.Planner;
import org.homeward.outreach.Prompter;
import org.homeward.outreach.Proofs;
import org.homeward.outreach.Reconciler;
import org.homeward.outreach.Refusals;
import org.homeward.outreach.Script;
import org.homeward.outreach.Starter;
import org.homeward.outreach.StatusReports;
import org.homeward.outreach.Traffic;
import org.homeward.outreach.http.CarrierRoutes;
import org.homeward.outreach.http.ConversationsRoute;
import org.homeward.outreach.http.NoTextsRoute;
import org.homeward.outreach.http.OutlookRoute;
import org.homeward.outreach.http.ProofsRoute;
import org.homeward.outreach.http.SenderRoutes;
import org.homeward.outreach.json.LexiconFiles;
import org.homeward.outreach.postgres.PostgresConversations;
import org.homeward.outreach.postgres.PostgresInbox;
import org.homeward.outreach.postgres.PostgresInvitations;
import org.homeward.outreach.postgres.PostgresOutbox;
import org.homeward.outreach.postgres.PostgresPlans;
import org.homeward.outreach.postgres.PostgresProspects;
import org.homeward.outreach.postgres.PostgresSuppressions;
import org.homeward.outreach.postgres.PostgresTraffic;
import org.homeward.outreach.postgres.PostgresTrail;
import org.homeward.outreach.postgres.PostgresUnanswered;
import org.homeward.outreach.scheduler.OperatorLog;
import org.homeward.outreach.scheduler.Round;
import org.homeward.outreach.scheduler.RoundBell;
import org.homeward.plan.OutreachPlans;
import org.homeward.plan.http.OutreachPlanRoutes;
import org.homeward.plan.postgres.PostgresOutreachPlans;
import org.homeward.sms.twilio.TwilioAccount;
import org.homeward.sms.twilio.TwilioCarrier;
import org.homeward.sms.twilio.TwilioWebhooks;
import org.homeward.survey.Catalogue;
import org.homeward.vault.Vault;

/**
 * Outreach, put together for the carrier that is configured. Without one, conversations are shown
 * and none begins.
 */
final class Texting implements AutoCloseable {
  /** As long as a real one. */
  private static final String EXAMPLE_TOKEN = "x".repeat(43);

  private final List<Route> routes = new ArrayList<>();
  private final List<Round> rounds = new ArrayList<>();
  private final List<Runnable> closing = new ArrayList<>();

  /** What every part of it works on. */
  record Ground(
      Database database,
      Vault vault,
      Facilities facilities,
      Catalogue catalogue,
      Ids ids,
      InstantSource clock) {}

  Texting(Ground ground, Settings settings) {
    Conversations conversations = new PostgresConversations(ground.database());
    OutreachPlans plans = new PostgresOutreachPlans(ground.database());
    HouseRules rules = new HouseRules(plans, new LibPhoneZones());
    Outlook outlook =
        new Outlook(
            new PostgresProspects(ground.database(), ground.vault()), rules, ground.clock());
    routes.add(new ConversationsRoute(conversations).route());
    routes.addAll(new OutreachPlanRoutes(plans, ground.clock()).routes());
    routes.add(
        new OutlookRoute(outlook, new PostgresTrail(ground.database()), ground.facilities())
            .route());
    routes.add(
        new ProofsRoute(
                new Proofs(
                    new Script(ground.catalogue()),
                    URI.create(settings.web().publicUrl() + "/r/" + EXAMPLE_TOKEN)),
                ground.facilities(),
                ground.clock())
            .route());
    routes.add(
        new NoTextsRoute(new PostgresSuppressions(ground.database()), ground.clock()).route());
    switch (settings.carrier()) {
      case Settings.Carrier.None() -> {}
      case Settings.Carrier.Twilio(var account) -> {
        // Invented patients have numbers that may be somebody's.
        connect(
            ground, settings, account, conversations, rules, facility -> !facility.demonstration());
      }
      case Settings.Carrier.Sandbox(var account, var phonesUrl) ->
          connect(ground, settings, account, conversations, rules, facility -> true).addDueNow();
    }
  }

  /** A carrier's calls, and what they may ask for. */
  private record Connected(CarrierRoutes carrierRoutes, Planner planner, List<Route> routes) {
    /** For the sandbox only. */
    void addDueNow() {
      routes.add(carrierRoutes.dueNow(planner));
    }
  }

  private Connected connect(
      Ground ground,
      Settings settings,
      TwilioAccount account,
      Conversations conversations,
      HouseRules rules,
      Predicate<Facility> texted) {
    InstantSource clock = ground.clock();
    URI publicUrl = settings.web().publicUrl();
    TwilioCarrier carrier = new TwilioCarrier(account);
    TwilioWebhooks webhooks = new TwilioWebhooks(account.authToken());
    Script script = new Script(ground.catalogue());
    PostgresOutbox outbox = new PostgresOutbox(ground.database(), ground.vault());
    PostgresInbox inbox =
        new PostgresInbox(
            ground.database(), ground.vault(), ground.ids(), new Raising(ground.ids()));
    Traffic traffic =
        new PostgresTraffic(
            ground.database(),
            account.accountSid(),
            new Pace(settings.sending().ofSender()),
            new Pace(settings.sending().ofAccount()));
    OperatorLog operator = new OperatorLog();
    Refusals refusals =
        new Refusals(
            outbox,
            traffic,
            new PostgresSuppressions(ground.database()),
            operator,
            ground.ids(),
            clock);
    StatusReports reports = new StatusReports(outbox, refusals, webhooks, clock);
    Planner planner =
        new Planner(
            new PostgresPlans(ground.database(), ground.vault()), rules, ground.ids(), clock);
    Starter starter =
        new Starter(
            new PostgresInvitations(ground.database(), ground.vault()),
            script,
            rules,
            ground.ids(),
            clock);
    Prompter prompter =
        new Prompter(
            new PostgresUnanswered(ground.database(), ground.vault()),
            script,
            rules,
            ground.ids(),
            clock);
    Listener listener =
        new Listener(
            inbox,
            new Ear(LexiconFiles.read()),
            script,
            publicUrl,
            settings.sending().keywords(),
            ground.ids(),
            clock);
    Courier courier = new Courier(outbox, traffic, carrier, refusals, rules, publicUrl, clock);
    Reconciler reconciler =
        new Reconciler(outbox, carrier, reports, Reconciler.Patience.USUAL, clock);
    List<Round> prompt =
        List.of(
            new Round("start", Duration.ofSeconds(2), only(texted, starter::run)),
            new Round("listen", Duration.ofSeconds(2), only(texted, listener::run)),
            new Round("send", Duration.ofSeconds(1), only(texted, courier::run)));
    RoundBell bell = new RoundBell(ground.facilities(), prompt);
    CarrierRoutes carrierRoutes = new CarrierRoutes(webhooks, publicUrl, ground.facilities(), bell);
    routes.addAll(carrierRoutes.routes(inbox, reports, clock));
    routes.addAll(new SenderRoutes(traffic, clock).routes());
    rounds.add(new Round("plan", Duration.ofSeconds(5), only(texted, planner::run)));
    rounds.addAll(prompt);
    rounds.add(new Round("remind", Duration.ofSeconds(30), only(texted, prompter::run)));
    Collector collector = new Collector(inbox, carrier, bell, operator, clock);
    rounds.add(new Round("collect", Duration.ofSeconds(60), only(texted, collector::run)));
    rounds.add(new Round("reconcile", Duration.ofSeconds(15), only(texted, reconciler::run)));
    rounds.add(
        new Round(
            "expire",
            Duration.ofSeconds(30),
            facility -> conversations.expire(facility.id(), clock.instant())));
    closing.add(bell::close);
    closing.add(carrier::close);
    return new Connected(carrierRoutes, planner, routes);
  }

  private static Consumer<Facility> only(Predicate<Facility> texted, Consumer<Facility> work) {
    return facility -> {
      if (texted.test(facility)) {
        work.accept(facility);
      }
    };
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  List<Round> rounds() {
    return List.copyOf(rounds);
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }
}
