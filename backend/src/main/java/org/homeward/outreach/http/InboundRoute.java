package org.homeward.outreach.http;

import java.lang.System.Logger;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.homeward.facility.Facilities;
import org.homeward.facility.FacilityId;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.Bell;
import org.homeward.outreach.Inbox;
import org.homeward.sms.InboundText;
import org.homeward.sms.Webhooks;

/** A patient's text: stored, acknowledged at once, and heard after that. */
final class InboundRoute {
  static final String PATH = "/sms/twilio/inbound";

  private static final Logger LOG = System.getLogger(InboundRoute.class.getName());
  private static final String NOTHING_TO_SAY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  private final SignedForm forms;
  private final Webhooks webhooks;
  private final Facilities facilities;
  private final Inbox inbox;
  private final Bell bell;
  private final InstantSource clock;

  InboundRoute(
      SignedForm forms,
      Webhooks webhooks,
      Facilities facilities,
      Inbox inbox,
      Bell bell,
      InstantSource clock) {
    this.forms = forms;
    this.webhooks = webhooks;
    this.facilities = facilities;
    this.inbox = inbox;
    this.bell = bell;
    this.clock = clock;
  }

  Route route() {
    return Route.post(PATH, Permission.PUBLIC, this::receive);
  }

  private Reply receive(Call call) {
    Map<String, String> form = forms.of(call, PATH);
    webhooks
        .inbound(form)
        .ifPresentOrElse(
            this::store, () -> LOG.log(Logger.Level.WARNING, "A signed form is not a text"));
    return Reply.ok(NOTHING_TO_SAY).as("text/xml; charset=utf-8");
  }

  private void store(InboundText text) {
    Optional<FacilityId> facility =
        facilities
            .ofSender(text.recipient())
            .or(() -> text.service().flatMap(facilities::ofSender));
    facility.ifPresentOrElse(
        id -> {
          inbox.store(id, text, clock.instant());
          bell.ring(id);
        },
        () ->
            LOG.log(
                Logger.Level.WARNING,
                "{0} came to a number that is no facility''s sender, and was dropped",
                text.carrierId()));
  }
}
