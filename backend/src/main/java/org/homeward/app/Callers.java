package org.homeward.app;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.homeward.http.Authentication;
import org.homeward.http.Caller;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.kiosk.Kiosk;
import org.homeward.kiosk.Kiosks;
import org.homeward.staff.Person;
import org.homeward.staff.ServiceTokens;
import org.homeward.staff.SignIn;
import org.homeward.token.Token;

/** Recognises callers by asking the features that know them. */
final class Callers implements Authentication {
  private final SignIn signIn;
  private final ServiceTokens tokens;
  private final Kiosks kiosks;
  private final InstantSource clock;

  Callers(SignIn signIn, ServiceTokens tokens, Kiosks kiosks, InstantSource clock) {
    this.signIn = signIn;
    this.tokens = tokens;
    this.kiosks = kiosks;
    this.clock = clock;
  }

  @Override
  public Optional<Caller.Person> person(String sessionCookie) {
    return signIn.person(sessionCookie).map(Callers::caller);
  }

  @Override
  public Optional<Caller.HospitalSystem> system(String bearerToken) {
    return Token.parse(bearerToken)
        .flatMap(
            token ->
                tokens
                    .nameOf(token, clock.instant())
                    .map(name -> new Caller.HospitalSystem(token.facility(), name)));
  }

  @Override
  public Caller.Kiosk kiosk(String bearerToken) {
    Kiosk kiosk =
        Token.parse(bearerToken)
            .flatMap(kiosks::find)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.KIOSK_UNKNOWN,
                        "This tablet is not enrolled. Enrol it with a code from the dashboard."));
    if (kiosk.isRevoked()) {
      throw new Problem(
          ProblemCode.KIOSK_REVOKED, "This kiosk was revoked. Keep the queue and tell staff.");
    }
    return new Caller.Kiosk(kiosk.facility(), kiosk.id(), kiosk.unit(), kiosk.isLocked());
  }

  private static Caller.Person caller(Person person) {
    return new Caller.Person(
        person.id(),
        person.name(),
        person.organisationAdministrator(),
        person.roles().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry ->
                        switch (entry.getValue()) {
                          case ADMINISTRATOR -> Caller.Role.ADMINISTRATOR;
                          case ANALYST -> Caller.Role.ANALYST;
                        })));
  }
}
