package org.homeward.http;

import java.util.Optional;

/**
 * Finds out who is calling. Every look-up asks the database, so that a revocation holds from the
 * next request on.
 */
public interface Authentication {

  /** The person of a session cookie; empty when there is no such session or it ended. */
  Optional<Caller.Person> person(String sessionCookie);

  /** The system of a service token; empty when unknown, expired or revoked. */
  Optional<Caller.HospitalSystem> system(String bearerToken);

  /** Throws {@link Problem} with {@code kiosk-unknown} or {@code kiosk-revoked}. */
  Caller.Kiosk kiosk(String bearerToken);
}
