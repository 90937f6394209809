package org.homeward.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.homeward.db.Database;
import org.homeward.facility.Facilities;
import org.homeward.facility.Ids;
import org.homeward.http.Route;
import org.homeward.outreach.Conversations;
import org.homeward.outreach.Courier;
import org.homeward.outreach.Listener;
import org.homeward.outreach.Planner;
import org.homeward.outreach.Reconciler;
import org.homeward.outreach.Refusals;
import org.homeward.outreach.Script;
import org.homeward.outreach.Starter;
import org.homeward.outreach.StatusReports;
import org.homeward.outreach.Timing;
import org.homeward.outreach.http.CarrierRoutes;
import org.homeward.outreach.http.ConversationsRoute;
import org.homeward.outreach.postgres.PostgresConversations;
import org.homeward.outreach.postgres.PostgresInbox;
import org.homeward.outreach.postgres.PostgresInvitations;
import org.homeward.outreach.postgres.PostgresOutbox;
import org.homeward.outreach.postgres.PostgresPlans;
import org.homeward.outreach.postgres.PostgresSuppressions;
import org.homeward.outreach.scheduler.OperatorLog;
import org.homeward.outreach.scheduler.Round;
import org.homeward.outreach.scheduler.RoundBell;
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
    routes.add(new ConversationsRoute(conversations).route());
    switch (settings.carrier()) {
      case Settings.Carrier.None() -> {}
      case Settings.Carrier.Twilio(var account) ->
          connect(ground, settings, account, conversations, false);
      case Settings.Carrier.Sandbox(var account, var phonesUrl) ->
          connect(ground, settings, account, conversations, true);
    }
  }

  private void connect(
      Ground ground,
      Settings settings,
      TwilioAccount account,
      Conversations conversations,
      boolean movable) {
    InstantSource clock = ground.clock();
    TwilioCarrier carrier = new TwilioCarrier(account);
    TwilioWebhooks webhooks = new TwilioWebhooks(account.authToken());
    Script script = new Script(ground.catalogue());
    PostgresOutbox outbox = new PostgresOutbox(ground.database(), ground.vault());
    PostgresInbox inbox = new PostgresInbox(ground.database(), ground.vault(), ground.ids());
    Refusals refusals =
        new Refusals(outbox, new PostgresSuppressions(ground.database()), new OperatorLog(), clock);
    Planner planner =
        new Planner(new PostgresPlans(ground.database()), Timing.USUAL, ground.ids(), clock);
    Starter starter =
        new Starter(
            new PostgresInvitations(ground.database(), ground.vault()),
            script,
            Timing.USUAL,
            ground.ids(),
            clock);
    Listener listener = new Listener(inbox, script, ground.ids(), clock);
    Courier courier =
        new Courier(
            outbox, carrier, refusals, Timing.USUAL.window(), settings.web().publicUrl(), clock);
    Reconciler reconciler = new Reconciler(outbox, carrier, Reconciler.Patience.USUAL, clock);
    List<Round> prompt =
        List.of(
            new Round("start", Duration.ofSeconds(2), starter::run),
            new Round("listen", Duration.ofSeconds(2), listener::run),
            new Round("send", Duration.ofSeconds(1), courier::run));
    RoundBell bell = new RoundBell(ground.facilities(), prompt);
    CarrierRoutes carrierRoutes =
        new CarrierRoutes(webhooks, settings.web().publicUrl(), ground.facilities(), bell);
    routes.addAll(
        carrierRoutes.routes(inbox, new StatusReports(outbox, refusals, webhooks, clock), clock));
    if (movable) {
      routes.add(carrierRoutes.dueNow(planner));
    }
    rounds.add(new Round("plan", Duration.ofSeconds(5), planner::run));
    rounds.addAll(prompt);
    rounds.add(new Round("reconcile", Duration.ofSeconds(15), reconciler::run));
    rounds.add(
        new Round(
            "expire",
            Duration.ofSeconds(30),
            facility -> conversations.expire(facility.id(), clock.instant())));
    closing.add(bell::close);
    closing.add(carrier::close);
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
