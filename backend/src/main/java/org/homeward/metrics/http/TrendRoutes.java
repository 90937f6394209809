package org.homeward.metrics.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.http.Call;
import org.homeward.http.Json;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.metrics.TrendQuery;
import org.homeward.metrics.Trends;

/** The trend, which a client may ask for as often as it likes: unchanged numbers are not sent. */
public final class TrendRoutes {
  private final Facilities facilities;
  private final Trends trends;
  private final InstantSource clock;

  public TrendRoutes(Facilities facilities, Trends trends, InstantSource clock) {
    this.facilities = facilities;
    this.trends = trends;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/metrics/trend", Permission.ANALYST, this::trend));
  }

  private Reply trend(Call call) {
    Facility facility =
        facilities
            .find(call.facility())
            .orElseThrow(() -> new Problem(ProblemCode.FACILITY_UNKNOWN, "It is gone."));
    TrendQuery query = new TrendParameters(call).query(facility, facility.dayOf(clock.instant()));
    TrendView view = TrendView.of(trends.of(facility, query));
    String tag = tag(Json.write(view.withoutMoment()));
    Reply reply =
        call.header("If-None-Match").filter(known -> names(known, tag)).isPresent()
            ? Reply.empty(304)
            : Reply.ok(view);
    return reply.header("ETag", tag).header("Cache-Control", "private, no-cache");
  }

  /** Weak: the moment in the body moves while the numbers stay (RFC 9110, 8.8.3). */
  private static String tag(byte[] answer) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer);
      return "W/\"%s\""
          .formatted(
              Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 18)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /** The weak comparison that RFC 9110, 13.1.2 asks for. */
  private static boolean names(String known, String tag) {
    return Arrays.stream(known.split(",", -1))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || opaque(one).equals(opaque(tag)));
  }
}
