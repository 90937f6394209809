package org.homeward.outreach.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.Proofs;
import org.homeward.outreach.Proofs.Proof;
import org.homeward.sms.Segments;

/** What texts say and cost, for whoever edits their wording. */
public final class ProofsRoute {
  private final Proofs proofs;
  private final Facilities facilities;
  private final InstantSource clock;

  public ProofsRoute(Proofs proofs, Facilities facilities, InstantSource clock) {
    this.proofs = proofs;
    this.facilities = facilities;
    this.clock = clock;
  }

  private record View(
      String language,
      String key,
      String body,
      int characters,
      String encoding,
      int segments,
      List<String> costly) {
    static View of(Proof proof) {
      return new View(
          proof.language(),
          proof.key(),
          proof.body(),
          proof.body().codePointCount(0, proof.body().length()),
          proof.segments().encoding() == Segments.Encoding.GSM_7 ? "GSM-7" : "UCS-2",
          proof.segments().count(),
          proof.costly());
    }
  }

  public Route route() {
    return Route.get("/api/v1/texts", Permission.ADMINISTRATOR, this::list);
  }

  private Reply list(Call call) {
    Facility facility = facilities.find(call.facility()).orElseThrow();
    List<View> items =
        proofs.of(facility, facility.dayOf(clock.instant())).stream().map(View::of).toList();
    return Reply.ok(Map.of("items", items));
  }
}
