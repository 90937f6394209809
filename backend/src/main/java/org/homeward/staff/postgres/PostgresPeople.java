package org.homeward.staff.postgres;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.facility.FacilityId;
import org.homeward.staff.People;
import org.homeward.staff.Person;
import org.homeward.staff.Role;

/** People and sessions in PostgreSQL. */
public final class PostgresPeople implements People {
  private final Database database;

  public PostgresPeople(Database database) {
    this.database = database;
  }

  @Override
  public boolean isEmpty() {
    return database
        .rows("SELECT person_id FROM person LIMIT 1", row -> row.uuid("person_id"))
        .isEmpty();
  }

  @Override
  public void add(UUID id, String name, String passwordHash, boolean organisationAdministrator) {
    database.change(
        """
        INSERT INTO person (person_id, name, password_hash, organisation_administrator)
        VALUES (?, ?, ?, ?)
        """,
        id,
        name,
        passwordHash,
        organisationAdministrator);
  }

  @Override
  public void assign(UUID person, FacilityId facility, Role role) {
    database.change(
        """
        INSERT INTO membership (facility_id, person_id, role) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        facility.value(),
        person,
        role.code());
  }

  @Override
  public Optional<Credentials> credentials(String name) {
    return database.row(
        """
        SELECT person_id, password_hash FROM person
        WHERE lower(name) = lower(?) AND disabled_at IS NULL
        """,
        row -> new Credentials(row.uuid("person_id"), row.text("password_hash")),
        name);
  }

  @Override
  public Optional<Person> find(UUID person) {
    return database.row(
        PERSON + "WHERE p.person_id = ? AND p.disabled_at IS NULL", PostgresPeople::person, person);
  }

  @Override
  public void openSession(byte[] sessionHash, UUID person, Instant now) {
    database.change(
        """
        INSERT INTO session (session_hash, person_id, created_at, last_seen_at) VALUES (?, ?, ?, ?)
        """,
        sessionHash,
        person,
        now,
        now);
  }

  /** The use is written down once a minute at most: a dashboard asks every second. */
  @Override
  public Optional<Person> ofSession(
      byte[] sessionHash, Instant notBefore, Instant notIdleSince, Instant now) {
    return database.transact(
        statements -> {
          Optional<Person> person =
              statements.row(
                  PERSON
                      + """
                      JOIN session s ON s.person_id = p.person_id
                      WHERE s.session_hash = ? AND s.created_at > ? AND s.last_seen_at > ?
                        AND p.disabled_at IS NULL
                      """,
                  PostgresPeople::person,
                  sessionHash,
                  notBefore,
                  notIdleSince);
          if (person.isPresent()) {
            statements.change(
                """
                UPDATE session SET last_seen_at = ? WHERE session_hash = ? AND last_seen_at < ?
                """,
                now,
                sessionHash,
                now.minusSeconds(60));
          }
          return person;
        });
  }

  @Override
  public void closeSession(byte[] sessionHash) {
    database.change("DELETE FROM session WHERE session_hash = ?", (Object) sessionHash);
  }

  @Override
  public void recordFailure(byte[] nameHash, Instant now) {
    database.change(
        "INSERT INTO sign_in_failure (name_hash, failed_at) VALUES (?, ?)", nameHash, now);
  }

  @Override
  public int failuresSince(byte[] nameHash, Instant since) {
    return database
        .row(
            "SELECT count(*) AS n FROM sign_in_failure WHERE name_hash = ? AND failed_at > ?",
            row -> row.integer("n"),
            nameHash,
            since)
        .orElseThrow();
  }

  private static final String PERSON =
      """
      SELECT p.person_id, p.name, p.organisation_administrator,
        ARRAY(SELECT m.facility_id FROM membership m WHERE m.person_id = p.person_id
          ORDER BY m.facility_id) AS facilities,
        ARRAY(SELECT m.role FROM membership m WHERE m.person_id = p.person_id
          ORDER BY m.facility_id) AS roles
      FROM person p
      """;

  private static Person person(Row row) {
    List<UUID> facilities = row.uuids("facilities");
    List<String> roles = row.texts("roles");
    Map<FacilityId, Role> byFacility = new HashMap<>();
    for (int i = 0; i < facilities.size(); i++) {
      byFacility.put(new FacilityId(facilities.get(i)), Role.of(roles.get(i)));
    }
    return new Person(
        row.uuid("person_id"),
        row.text("name"),
        row.flag("organisation_administrator"),
        byFacility);
  }
}
