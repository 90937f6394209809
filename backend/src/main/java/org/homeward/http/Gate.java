package org.homeward.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.facility.FacilityId;

/** Decides, before a handler runs, who calls and whether they may. */
final class Gate {
  private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD);

  private final Authentication authentication;
  private final SessionCookie cookie;

  Gate(Authentication authentication, SessionCookie cookie) {
    this.authentication = authentication;
    this.cookie = cookie;
  }

  Call admit(ServerRequest request, Route route) {
    Call stranger = new Call(request, route, new Caller.Stranger(), Optional.empty());
    return switch (route.permission()) {
      case PUBLIC -> {
        // A sign-in that another site could post would sign people in as somebody else, and its
        // request carries no cookie yet.
        refuseCrossSite(request);
        yield stranger;
      }
      case KIOSK_TOKEN -> {
        token(stranger);
        yield stranger;
      }
      case LINK -> {
        refuseCrossSite(request);
        yield stranger;
      }
      case KIOSK -> {
        Caller.Kiosk kiosk = authentication.kiosk(token(stranger));
        yield new Call(request, route, kiosk, Optional.of(kiosk.facility()));
      }
      case SIGNED_IN -> new Call(request, route, person(request, stranger), Optional.empty());
      case ORGANISATION_ADMINISTRATOR -> {
        Caller.Person person = person(request, stranger);
        if (!person.organisationAdministrator()) {
          throw forbidden();
        }
        yield new Call(request, route, person, Optional.empty());
      }
      case ANALYST -> atFacility(request, route, stranger, Caller.Role.ANALYST);
      case ADMINISTRATOR -> atFacility(request, route, stranger, Caller.Role.ADMINISTRATOR);
      case DISCHARGE_SOURCE -> {
        Optional<String> token = stranger.bearerToken();
        if (token.isEmpty()) {
          yield atFacility(request, route, stranger, Caller.Role.ADMINISTRATOR);
        }
        Caller.HospitalSystem system =
            authentication
                .system(token.get())
                .orElseThrow(
                    () ->
                        new Problem(
                            ProblemCode.TOKEN_REFUSED,
                            "The service token is unknown, expired or revoked. Ask an administrator for a new one."));
        Optional<UUID> named = stranger.queryId("facility");
        if (named.isPresent() && !named.get().equals(system.facility().value())) {
          throw new Problem(
              ProblemCode.FACILITY_UNKNOWN, "The token is another facility's. Nothing was stored.");
        }
        yield new Call(request, route, system, Optional.of(system.facility()));
      }
    };
  }

  private Call atFacility(ServerRequest request, Route route, Call stranger, Caller.Role needed) {
    Caller.Person person = person(request, stranger);
    FacilityId facility = facility(stranger, person);
    Caller.Role role = person.roles().get(facility);
    if (role == null) {
      // Whether it exists is not for those who do not belong to it.
      throw new Problem(ProblemCode.FACILITY_UNKNOWN, "You have no role at such a facility.");
    }
    if (needed == Caller.Role.ADMINISTRATOR && role != Caller.Role.ADMINISTRATOR) {
      throw forbidden();
    }
    return new Call(request, route, person, Optional.of(facility));
  }

  private static FacilityId facility(Call call, Caller.Person person) {
    Optional<UUID> named = call.queryId("facility");
    if (named.isEmpty() && person.roles().size() == 1) {
      return person.roles().keySet().iterator().next();
    }
    return named
        .map(FacilityId::new)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemCode.QUERY_MALFORMED, "Say which facility: ?facility=<its id>."));
  }

  private Caller.Person person(ServerRequest request, Call stranger) {
    refuseCrossSite(request);
    return cookie
        .of(stranger)
        .flatMap(authentication::person)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemCode.SIGN_IN_REQUIRED, "You are not signed in, or were signed out."));
  }

  private static String token(Call stranger) {
    return stranger
        .bearerToken()
        .orElseThrow(
            () ->
                new Problem(
                    ProblemCode.KIOSK_UNKNOWN, "A kiosk sends its token. Enrol this tablet."));
  }

  /**
   * Browsers say where a request that changes something comes from; only our own pages may make
   * one.
   */
  private static void refuseCrossSite(ServerRequest request) {
    if (READING.contains(request.prologue().method())) {
      return;
    }
    Optional<String> site = request.headers().first(HeaderNames.create("Sec-Fetch-Site"));
    Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
    String host = request.headers().first(HeaderNames.HOST).orElse("");
    boolean ownSite = site.map("same-origin"::equals).orElse(true);
    boolean ownOrigin = origin.map(value -> value.endsWith("://" + host)).orElse(true);
    if (!ownSite || !ownOrigin) {
      throw new Problem(
          ProblemCode.CROSS_SITE, "Only Homeward's own pages may do this. Open the dashboard.");
    }
  }

  private static Problem forbidden() {
    return new Problem(
        ProblemCode.FORBIDDEN,
        "This is for administrators. Ask one to do it or to change your role.");
  }
}
