package org.homeward.staff.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facilities;
import org.homeward.facility.http.FacilityView;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.http.SessionCookie;
import org.homeward.staff.Person;
import org.homeward.staff.SignIn;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Review;
import org.homeward.survey.Wording;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and what a signed-in person has before them. */
public final class SessionRoutes {
  private final SignIn signIn;
  private final Facilities facilities;
  private final Catalogue catalogue;
  private final SessionCookie cookie;
  private final CarrierView carrier;

  /** The carrier that texts go through, and where the sandbox shows its phones. */
  public record CarrierView(String kind, Optional<URI> phonesUrl) {}

  public SessionRoutes(
      SignIn signIn,
      Facilities facilities,
      Catalogue catalogue,
      SessionCookie cookie,
      CarrierView carrier) {
    this.signIn = signIn;
    this.facilities = facilities;
    this.catalogue = catalogue;
    this.cookie = cookie;
    this.carrier = carrier;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/session", Permission.PUBLIC, this::signIn),
        Route.get("/api/v1/session", Permission.SIGNED_IN, this::show),
        Route.delete("/api/v1/session", Permission.SIGNED_IN, this::signOut));
  }

  private record Credentials(@Nullable String name, @Nullable String password) {}

  private Reply signIn(Call call) {
    Credentials credentials = call.body(Credentials.class);
    String name = credentials.name() == null ? "" : credentials.name();
    String password = credentials.password() == null ? "" : credentials.password();
    return switch (signIn.signIn(name, password)) {
      case SignIn.Outcome.SignedIn(var session) ->
          Reply.ok(view(signIn.person(session).orElseThrow()))
              .header("Set-Cookie", cookie.set(session));
      case SignIn.Outcome.Refused() ->
          throw new Problem(
              ProblemCode.SIGN_IN_REFUSED, "The name or the password is wrong. Try again.");
      case SignIn.Outcome.Throttled(var wait) ->
          throw new Problem(
                  ProblemCode.TOO_MANY_ATTEMPTS,
                  "Too many failed attempts for this account. Wait a quarter of an hour.")
              .retryAfter(wait);
    };
  }

  private Reply show(Call call) {
    return Reply.ok(view(cookie.of(call).flatMap(signIn::person).orElseThrow()));
  }

  private Reply signOut(Call call) {
    cookie.of(call).ifPresent(signIn::signOut);
    return Reply.empty(204).header("Set-Cookie", cookie.clear());
  }

  private record PersonView(UUID id, String name) {}

  private record ConsentWording(int version, String text) {}

  private record SessionView(
      PersonView person,
      List<FacilityView> facilities,
      Map<String, ConsentWording> consentWording,
      Map<String, Map<String, String>> slipWording,
      List<String> languages,
      boolean canCreateFacility,
      CarrierView carrier) {}

  private SessionView view(Person person) {
    Map<String, ConsentWording> consent = new LinkedHashMap<>();
    Map<String, Map<String, String>> slips = new LinkedHashMap<>();
    for (String language : catalogue.languages()) {
      consent.put(
          language,
          new ConsentWording(catalogue.consentVersion(), catalogue.in(language).consent()));
      slips.put(language, catalogue.in(language).slip());
    }
    return new SessionView(
        new PersonView(person.id(), person.name()),
        facilities.findAll(person.roles().keySet()).stream()
            .map(f -> FacilityView.of(f, person.roleAt(f.id()).code()))
            .toList(),
        consent,
        slips,
        catalogue.wordings().stream()
            .filter(wording -> wording.review() != Review.DRAFT)
            .map(Wording::language)
            .toList(),
        person.organisationAdministrator(),
        carrier);
  }
}
