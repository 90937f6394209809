package org.homeward.outreach.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.Outlook;
import org.homeward.outreach.Trail;
import org.homeward.plan.Forecast;
import org.homeward.plan.Rule;

/** Why a discharge was texted or not, and what is to come: neither words nor numbers. */
public final class OutlookRoute {
  private final Outlook outlook;
  private final Trail trail;
  private final Facilities facilities;

  public OutlookRoute(Outlook outlook, Trail trail, Facilities facilities) {
    this.outlook = outlook;
    this.trail = trail;
    this.facilities = facilities;
  }

  private record View(
      String zone,
      List<String> zones,
      List<StandingView> followups,
      List<ForecastView> coming,
      List<EntryView> trail) {}

  private record StandingView(String touchpoint, Optional<String> state, Optional<String> because) {
    static StandingView of(Outlook.Standing standing) {
      return new StandingView(
          standing.touchpoint().code(),
          standing.state().map(Conversation.State::code),
          standing.because());
    }
  }

  private record ForecastView(String touchpoint, String purpose, Instant at, List<String> waits) {
    static ForecastView of(Forecast text) {
      return new ForecastView(
          text.touchpoint().code(),
          text.reminder() ? "reminder" : "invitation",
          text.at(),
          text.waits().stream().sorted().map(Rule::code).toList());
    }
  }

  private record EntryView(
      String touchpoint,
      Instant at,
      String subject,
      Optional<String> purpose,
      String event,
      Optional<String> because,
      Optional<Instant> until,
      Optional<Integer> errorCode) {
    static EntryView of(Trail.Entry entry) {
      return new EntryView(
          entry.touchpoint().code(),
          entry.at(),
          entry.subject().name().toLowerCase(Locale.ROOT),
          entry.purpose(),
          entry.event(),
          entry.because(),
          entry.until(),
          entry.errorCode());
    }
  }

  public Route route() {
    return Route.get("/api/v1/discharges/{id}/outreach", Permission.ADMINISTRATOR, this::show);
  }

  private Reply show(Call call) {
    Facility facility = facilities.find(call.facility()).orElseThrow();
    UUID discharge = call.pathId("id");
    Outlook.View view =
        outlook
            .of(facility, discharge)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.DISCHARGE_UNKNOWN, "This facility has no such discharge."));
    return Reply.ok(
        new View(
            view.hours().home().getId(),
            view.hours().zones().stream().map(ZoneId::getId).toList(),
            view.standings().stream().map(StandingView::of).toList(),
            view.coming().stream().map(ForecastView::of).toList(),
            trail.ofDischarge(facility.id(), discharge).stream().map(EntryView::of).toList()));
  }
}
