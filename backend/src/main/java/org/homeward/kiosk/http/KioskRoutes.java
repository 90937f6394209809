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
import org.homeward.kiosk.EnrolmentCode;
import org.homeward.kiosk.Kiosk;
import org.homeward.kiosk.Kiosks;
import org.jspecify.annotations.Nullable;

/** Kiosks as administrators see them: invited, listed, revoked. */
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
        Route.post("/api/v1/kiosks/{id}/revocation", Permission.ADMINISTRATOR, this::revoke));
  }

  private record InvitationBody(@Nullable UUID unitId, @Nullable String name) {}

  private record InvitationView(String code, Instant expiresAt, URI url) {}

  private Reply invite(Call call) {
    InvitationBody body = call.body(InvitationBody.class);
    String name = body.name() == null ? "" : body.name().strip();
    if (body.unitId() == null
        || name.isEmpty()
        || name.length() > 60
        || name.chars().anyMatch(Character::isISOControl)) {
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
      Optional<Instant> revokedAt,
      Optional<String> appVersion) {
    static KioskView of(Kiosk kiosk) {
      return new KioskView(
          kiosk.id(),
          kiosk.name(),
          kiosk.unit().value(),
          kiosk.enrolledAt(),
          kiosk.lastContactAt(),
          kiosk.revokedAt(),
          kiosk.appVersion());
    }
  }

  private Reply list(Call call) {
    return Reply.ok(
        new Page<>(kiosks.list(call.facility()).stream().map(KioskView::of).toList(), null));
  }

  private Reply revoke(Call call) {
    if (!kiosks.revoke(call.facility(), call.pathId("id"))) {
      throw new Problem(ProblemCode.NOT_FOUND, "This facility has no such kiosk.");
    }
    return Reply.empty(204);
  }
}
