package org.homeward.outreach.http;

import java.time.InstantSource;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.Suppressions;

/** A patient told somebody that they want no texts: as good as a STOP from their phone. */
public final class NoTextsRoute {
  private final Suppressions suppressions;
  private final InstantSource clock;

  public NoTextsRoute(Suppressions suppressions, InstantSource clock) {
    this.suppressions = suppressions;
    this.clock = clock;
  }

  public Route route() {
    return Route.post("/api/v1/discharges/{id}/no-texts", Permission.ADMINISTRATOR, this::suppress);
  }

  private Reply suppress(Call call) {
    boolean known =
        suppressions.suppressPatient(
            call.facility(), call.pathId("id"), "person:" + call.person().id(), clock.instant());
    if (!known) {
      throw new Problem(
          ProblemCode.DISCHARGE_UNKNOWN,
          "There is no such discharge here with a phone number. Load the discharge again.");
    }
    return Reply.empty(204);
  }
}
