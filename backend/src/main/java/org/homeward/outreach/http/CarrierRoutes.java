package org.homeward.outreach.http;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.homeward.facility.Facilities;
import org.homeward.http.Route;
import org.homeward.outreach.Bell;
import org.homeward.outreach.Inbox;
import org.homeward.outreach.Planner;
import org.homeward.outreach.StatusReports;
import org.homeward.sms.Webhooks;

/** What the carrier calls. */
public final class CarrierRoutes {
  private final Webhooks webhooks;
  private final SignedForm forms;
  private final Facilities facilities;
  private final Bell bell;

  /**
   * For one carrier.
   *
   * @param publicUrl the service's base URL as the carrier sees it
   */
  public CarrierRoutes(Webhooks webhooks, URI publicUrl, Facilities facilities, Bell bell) {
    this.webhooks = webhooks;
    this.forms = new SignedForm(webhooks, publicUrl);
    this.facilities = facilities;
    this.bell = bell;
  }

  public List<Route> routes(Inbox inbox, StatusReports reports, InstantSource clock) {
    return List.of(
        new InboundRoute(forms, webhooks, facilities, inbox, bell, clock).route(),
        new StatusRoute(forms, webhooks, reports).route());
  }

  /** For the sandbox carrier only: it may ask for its follow-ups at any hour. */
  public Route dueNow(Planner planner) {
    return new DueNowRoute(forms, facilities, planner, bell).route();
  }
}
