package org.homeward.kiosk.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
import org.homeward.kiosk.Condition;
import org.homeward.kiosk.EnrolmentCode;
import org.homeward.kiosk.Kiosk;
import org.homeward.kiosk.Kiosks;
import org.jspecify.annotations.Nullable;

/** Kiosks as administrators see them, from invitation to revocation. */
public final class KioskRoutes {
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(15);

  private final Kiosks kiosks;
  private final URI publicUrl;
  private final InstantSource clock;

  public KioskRoutes(Kiosks kiosks, URI publicUrl, InstantSource clock) {
    this.kiosks = kiosks;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/kiosk-enrolments", Permission.ADMINISTRATOR, this::invite),
        Route.get("/api/v1/kiosks", Permission.ADMINISTRATOR, this::list),
        Route.patch("/api/v1/kiosks/{id}", Permission.ADMINISTRATOR, this::rearrange),
        Route.put("/api/v1/kiosks/{id}/lock", Permission.ADMINISTRATOR, this::lock),
        Route.delete("/api/v1/kiosks/{id}/lock", Permission.ADMINISTRATOR, this::unlock),
        Route.post("/api/v1/kiosks/{id}/revocation", Permission.ADMINISTRATOR, this::revoke));
  }

  private record InvitationBody(@Nullable UUID unitId, @Nullable String name) {}

  private record InvitationView(String code, Instant expiresAt, URI url) {}

  private Reply invite(Call call) {
    InvitationBody body = call.body(InvitationBody.class);
    String name = body.name() == null ? "" : body.name().strip();
    if (body.unitId() == null || !isName(name)) {
      throw new Problem(
          ProblemCode.UNIT_UNKNOWN,
          "Say which unit the tablet is for, and name it in 1 to 60 characters.");
    }
    EnrolmentCode code = EnrolmentCode.random();
    Instant expiresAt = clock.instant().plus(CODE_LIFETIME);
    try {
      kiosks.invite(call.facility(), new UnitId(body.unitId()), name, code, expiresAt);
    } catch (Discharges.UnitUnknown e) {
      throw new Problem(ProblemCode.UNIT_UNKNOWN, "This facility has no such unit.");
    }
    // In the fragment, which browsers do not send: it appears in no log.
    URI url = URI.create(publicUrl + "/kiosk/#enrol=" + code.text());
    return Reply.created(new InvitationView(code.printed(), expiresAt, url));
  }

  private record KioskView(
      UUID id,
      String name,
      UUID unitId,
      Instant enrolledAt,
      Optional<Instant> lastContactAt,
      Optional<Instant> lockedAt,
      Optional<Instant> revokedAt,
      Optional<String> appVersion,
      Optional<ConditionView> condition) {
    static KioskView of(Kiosk kiosk) {
      return new KioskView(
          kiosk.id(),
          kiosk.name(),
          kiosk.unit().value(),
          kiosk.enrolledAt(),
          kiosk.lastContactAt(),
          kiosk.lockedAt(),
          kiosk.revokedAt(),
          kiosk.appVersion(),
          kiosk.condition().map(ConditionView::of));
    }
  }

  private record ConditionView(
      int unsent,
      Optional<Instant> unsentSince,
      int quarantined,
      Optional<Boolean> storagePersisted,
      Optional<Integer> batteryPercent,
      Optional<Boolean> charging,
      long clockAheadSeconds) {
    static ConditionView of(Condition condition) {
      return new ConditionView(
          condition.unsent(),
          condition.unsentSince(),
          condition.quarantined(),
          condition.storagePersisted(),
          condition.batteryPercent(),
          condition.charging(),
          condition.clockAhead().toSeconds());
    }
  }

  private Reply list(Call call) {
    return Reply.ok(
        new Page<>(kiosks.list(call.facility()).stream().map(KioskView::of).toList(), null));
  }

  private record Rearrangement(@Nullable String name, @Nullable UUID unitId) {}

  private Reply rearrange(Call call) {
    Rearrangement body = call.body(Rearrangement.class);
    Optional<String> name = Optional.ofNullable(body.name()).map(String::strip);
    Optional<UnitId> unit = Optional.ofNullable(body.unitId()).map(UnitId::new);
    if (name.isPresent() && !isName(name.get())) {
      throw new Problem(
          ProblemCode.KIOSK_MALFORMED, "Name the tablet in 1 to 60 characters on one line.");
    }
    try {
      return kiosks
          .rearrange(call.facility(), call.pathId("id"), name, unit)
          .map(kiosk -> Reply.ok(KioskView.of(kiosk)))
          .orElseThrow(KioskRoutes::unknown);
    } catch (Discharges.UnitUnknown e) {
      throw new Problem(
          ProblemCode.UNIT_UNKNOWN, "This facility has no such unit. Nothing was changed.");
    }
  }

  private Reply lock(Call call) {
    return done(kiosks.lock(call.facility(), call.pathId("id")));
  }

  private Reply unlock(Call call) {
    return done(kiosks.unlock(call.facility(), call.pathId("id")));
  }

  private Reply revoke(Call call) {
    return done(kiosks.revoke(call.facility(), call.pathId("id")));
  }

  private static Reply done(boolean found) {
    if (!found) {
      throw unknown();
    }
    return Reply.empty(204);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= 60
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static Problem unknown() {
    return new Problem(ProblemCode.NOT_FOUND, "This facility has no such kiosk.");
  }
}
