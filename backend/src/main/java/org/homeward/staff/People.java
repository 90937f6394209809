package org.homeward.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;

/** Where people and their sessions are kept. */
public interface People {

  boolean isEmpty();

  void add(UUID id, String name, String passwordHash, boolean organisationAdministrator);

  /** Keeps a role that the person has at the facility already. */
  void assign(UUID person, FacilityId facility, Role role);

  /** The person of this name who may sign in, with the hash of their password. */
  Optional<Credentials> credentials(String name);

  record Credentials(UUID person, String passwordHash) {}

  Optional<Person> find(UUID person);

  void openSession(byte[] sessionHash, UUID person, Instant now);

  /**
   * The person of a session that began after {@code notBefore} and was used after {@code
   * notIdleSince}; marks it used.
   */
  Optional<Person> ofSession(
      byte[] sessionHash, Instant notBefore, Instant notIdleSince, Instant now);

  void closeSession(byte[] sessionHash);

  void recordFailure(byte[] nameHash, Instant now);

  int failuresSince(byte[] nameHash, Instant since);
}
