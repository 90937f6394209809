package org.homeward.outreach.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.Traffic;
import org.homeward.outreach.Traffic.Standing;
import org.jspecify.annotations.Nullable;

/** How the facility's senders fare at the carrier, and letting a stopped one go again. */
public final class SenderRoutes {
  private final Traffic traffic;
  private final InstantSource clock;

  public SenderRoutes(Traffic traffic, InstantSource clock) {
    this.traffic = traffic;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/senders", Permission.ADMINISTRATOR, this::list),
        Route.post("/api/v1/senders/release", Permission.ADMINISTRATOR, this::release));
  }

  private record View(
      String address,
      String state,
      Optional<Instant> stoppedAt,
      Optional<Instant> heldUntil,
      Optional<Integer> errorCode) {
    static View of(Standing sender) {
      return new View(
          sender.sender(),
          sender.stopped().isPresent()
              ? "stopped"
              : sender.heldUntil().isPresent() ? "held" : "sending",
          sender.stopped(),
          sender.heldUntil(),
          sender.errorCode());
    }
  }

  private record ReleaseBody(@Nullable String address) {}

  private Reply list(Call call) {
    List<View> items =
        traffic.standings(call.facility(), clock.instant()).stream().map(View::of).toList();
    return Reply.ok(Map.of("items", items));
  }

  private Reply release(Call call) {
    String address = Optional.ofNullable(call.body(ReleaseBody.class).address()).orElse("").strip();
    if (!traffic.letGo(call.facility(), address)) {
      throw new Problem(
          ProblemCode.NOT_FOUND,
          "Nothing holds such a sender of this facility. Load the list of senders again.");
    }
    return list(call);
  }
}
