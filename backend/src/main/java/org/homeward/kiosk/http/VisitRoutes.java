package org.homeward.kiosk.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.homeward.discharge.VisitCode;
import org.homeward.facility.Facilities;
import org.homeward.http.Call;
import org.homeward.http.Caller;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.kiosk.FindingVisits;
import org.homeward.kiosk.FindingVisits.LookUp;
import org.homeward.kiosk.FindingVisits.Picking;
import org.homeward.kiosk.Visit;
import org.jspecify.annotations.Nullable;

/** How a tablet finds the visit of the patient in front of it. */
public final class VisitRoutes {
  private final FindingVisits finding;
  private final Facilities facilities;
  private final InstantSource clock;

  public VisitRoutes(FindingVisits finding, Facilities facilities, InstantSource clock) {
    this.finding = finding;
    this.facilities = facilities;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/kiosk/visits", Permission.KIOSK, this::lookUp),
        Route.post("/api/v1/kiosk/discharges", Permission.KIOSK, this::pick));
  }

  private record VisitBody(@Nullable String visitCode) {}

  private record VisitView(
      String visitCode,
      String language,
      boolean open,
      List<String> answered,
      boolean numberKnown) {}

  private Reply lookUp(Call call) {
    FindingVisits.Asking tablet = inUse(call);
    String typed = call.body(VisitBody.class).visitCode();
    VisitCode code =
        VisitCode.parse(typed == null ? "" : typed)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.VISIT_CODE_MALFORMED,
                        "The visit code has a wrong character. Compare it with the slip."));
    return switch (finding.byCode(tablet, code)) {
      case LookUp.Found(Visit visit) ->
          Reply.ok(
              new VisitView(
                  visit.code().text(),
                  visit.language(),
                  visit.open(),
                  visit.answered(),
                  visit.numberKnown()));
      case LookUp.Unknown() ->
          throw new Problem(
              ProblemCode.VISIT_CODE_UNKNOWN,
              "This facility has no such visit code. Compare it with the slip, or ask staff.");
      case LookUp.Throttled(Duration left) ->
          throw tooMany("Too many codes that nobody has were tried on this tablet.", left);
    };
  }

  private record PinBody(@Nullable String pin) {}

  private record Picked(
      String visitNumber,
      String visitCode,
      Instant dischargedAt,
      String language,
      List<String> answered,
      boolean numberKnown) {
    static Picked of(Visit visit) {
      return new Picked(
          visit.number().text(),
          visit.code().text(),
          visit.dischargedAt(),
          visit.language(),
          visit.answered(),
          visit.numberKnown());
    }
  }

  private record Picks(List<Picked> items) {}

  private Reply pick(Call call) {
    FindingVisits.Asking tablet = inUse(call);
    String typed = call.body(PinBody.class).pin();
    var today = facilities.find(tablet.facility()).orElseThrow().dayOf(clock.instant());
    return switch (finding.behindPin(tablet, typed == null ? "" : typed, today)) {
      case Picking.Shown(List<Visit> visits) ->
          Reply.ok(new Picks(visits.stream().map(Picked::of).toList()));
      case Picking.Refused() ->
          throw new Problem(
              ProblemCode.PIN_REFUSED,
              "The PIN is wrong. After five wrong ones this tablet takes none for a quarter of an hour.");
      case Picking.LockedOut(Duration left) ->
          throw tooMany("Too many wrong PINs were typed on this tablet.", left);
      case Picking.NoPin() ->
          throw new Problem(
              ProblemCode.PIN_NOT_SET,
              "This unit has no PIN. An administrator sets one on the dashboard under Devices.");
    };
  }

  private static FindingVisits.Asking inUse(Call call) {
    Caller.Kiosk kiosk = call.kiosk();
    if (kiosk.locked()) {
      throw new Problem(
          ProblemCode.KIOSK_LOCKED,
          "This tablet is out of use until an administrator unlocks it. Keep sending what it holds.");
    }
    return new FindingVisits.Asking(kiosk.facility(), kiosk.id(), kiosk.unit());
  }

  private static Problem tooMany(String what, Duration left) {
    Duration whole = Duration.ofSeconds(Math.max(1, left.toSeconds() + 1));
    return new Problem(
            ProblemCode.TOO_MANY_ATTEMPTS, what + " Wait " + whole.toSeconds() + " seconds.")
        .retryAfter(whole);
  }
}
