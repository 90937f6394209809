package org.homeward.outreach.http;

import java.util.Map;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.Bell;
import org.homeward.outreach.Planner;

/** The sandbox carrier's button: every follow-up that is waiting is due now, whatever the hour. */
final class DueNowRoute {
  static final String PATH = "/sms/sandbox/due-now";

  private final SignedForm forms;
  private final Facilities facilities;
  private final Planner planner;
  private final Bell bell;

  DueNowRoute(SignedForm forms, Facilities facilities, Planner planner, Bell bell) {
    this.forms = forms;
    this.facilities = facilities;
    this.planner = planner;
    this.bell = bell;
  }

  Route route() {
    return Route.post(PATH, Permission.PUBLIC, this::makeDue);
  }

  private Reply makeDue(Call call) {
    forms.of(call, PATH);
    int moved = 0;
    for (Facility facility : facilities.findAll(facilities.ids())) {
      int ofFacility = planner.makeDue(facility);
      if (ofFacility > 0) {
        bell.ring(facility.id());
      }
      moved += ofFacility;
    }
    return Reply.ok(Map.of("moved", moved));
  }
}
