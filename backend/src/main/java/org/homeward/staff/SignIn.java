package org.homeward.staff;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.homeward.staff.People.Credentials;
import org.homeward.token.Token;

/** Sign-in with a local account, and the sessions that follow. */
public final class SignIn {
  private static final Duration LONGEST_SESSION = Duration.ofHours(12);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(30);
  private static final Duration FAILURE_WINDOW = Duration.ofMinutes(15);
  private static final int FAILURES_ALLOWED = 10;
  private static final int LONGEST_PASSWORD = 128;
  private static final int SESSION_BYTES = 32;

  private final People people;
  private final Passwords passwords;
  private final InstantSource clock;

  public SignIn(People people, Passwords passwords, InstantSource clock) {
    this.people = people;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** What came of trying to sign in. */
  public sealed interface Outcome {
    /** The cookie's value, given out once. */
    record SignedIn(String session) implements Outcome {}

    /** Wrong name or wrong password; which, is not said. */
    record Refused() implements Outcome {}

    /** Too many failures for this account lately. */
    record Throttled(Duration retryAfter) implements Outcome {}
  }

  public Outcome signIn(String name, String password) {
    Instant now = clock.instant();
    byte[] nameHash =
        Token.sha256(name.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    if (people.failuresSince(nameHash, now.minus(FAILURE_WINDOW)) >= FAILURES_ALLOWED) {
      return new Outcome.Throttled(FAILURE_WINDOW);
    }
    Optional<Credentials> credentials =
        isName(name) ? people.credentials(name.strip()) : Optional.empty();
    if (credentials.isEmpty() || password.length() > LONGEST_PASSWORD) {
      passwords.pretend(password.substring(0, Math.min(password.length(), LONGEST_PASSWORD)));
      people.recordFailure(nameHash, now);
      return new Outcome.Refused();
    }
    if (!passwords.matches(password, credentials.get().passwordHash())) {
      people.recordFailure(nameHash, now);
      return new Outcome.Refused();
    }
    byte[] session = Token.randomBytes(SESSION_BYTES);
    people.openSession(Token.sha256(session), credentials.get().person(), now);
    return new Outcome.SignedIn(Base64.getUrlEncoder().withoutPadding().encodeToString(session));
  }

  /** What no database could hold as text is nobody's name. */
  private static boolean isName(String name) {
    return name.chars().noneMatch(Character::isISOControl);
  }

  /**
   * The person of a session cookie; empty when it is none, was closed, or ended by age or idleness.
   */
  public Optional<Person> person(String session) {
    Instant now = clock.instant();
    return hash(session)
        .flatMap(
            hash ->
                people.ofSession(hash, now.minus(LONGEST_SESSION), now.minus(LONGEST_IDLE), now));
  }

  public void signOut(String session) {
    hash(session).ifPresent(people::closeSession);
  }

  private static Optional<byte[]> hash(String session) {
    try {
      return Optional.of(Token.sha256(Base64.getUrlDecoder().decode(session)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
