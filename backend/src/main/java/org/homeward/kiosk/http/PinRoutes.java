package org.homeward.kiosk.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.discharge.Discharges;
import org.homeward.facility.UnitId;
import org.homeward.http.Call;
import org.homeward.http.Page;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.kiosk.Pin;
import org.homeward.kiosk.Pins;
import org.homeward.staff.Passwords;
import org.jspecify.annotations.Nullable;

/**
 * The PINs by which units' staff pick visits on their tablets. What a PIN is, is told to nobody.
 */
public final class PinRoutes {
  private final Pins pins;
  private final Passwords passwords;

  public PinRoutes(Pins pins, Passwords passwords) {
    this.pins = pins;
    this.passwords = passwords;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/kiosk-pins", Permission.ADMINISTRATOR, this::list),
        Route.put("/api/v1/kiosk-pins/{id}", Permission.ADMINISTRATOR, this::set),
        Route.delete("/api/v1/kiosk-pins/{id}", Permission.ADMINISTRATOR, this::remove));
  }

  private record PinView(UUID unitId, Instant setAt) {}

  private Reply list(Call call) {
    return Reply.ok(
        new Page<>(
            pins.list(call.facility()).stream()
                .map(set -> new PinView(set.unit().value(), set.at()))
                .toList(),
            null));
  }

  private record PinBody(@Nullable String pin) {}

  private Reply set(Call call) {
    String chosen = call.body(PinBody.class).pin();
    Pin pin =
        Pin.chosen(chosen == null ? "" : chosen)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.PIN_MALFORMED,
                        "A PIN has 6 to 8 digits, and is neither one digit throughout nor a run like 123456."));
    try {
      pins.set(
          call.facility(),
          new UnitId(call.pathId("id")),
          passwords.hash(pin.digits()),
          call.person().id());
    } catch (Discharges.UnitUnknown e) {
      throw new Problem(ProblemCode.UNIT_UNKNOWN, "This facility has no such unit.");
    }
    return Reply.empty(204);
  }

  private Reply remove(Call call) {
    if (!pins.remove(call.facility(), new UnitId(call.pathId("id")))) {
      throw new Problem(ProblemCode.NOT_FOUND, "This facility has no such unit with a PIN.");
    }
    return Reply.empty(204);
  }
}
