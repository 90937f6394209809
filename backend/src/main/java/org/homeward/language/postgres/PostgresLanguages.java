package org.homeward.language.postgres;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.language.Choice;
import org.homeward.language.Languages;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Wording;

/** Languages of facilities in PostgreSQL. */
public final class PostgresLanguages implements Languages {
  private final Database database;
  private final Catalogue catalogue;
  private final Ids ids;

  public PostgresLanguages(Database database, Catalogue catalogue, Ids ids) {
    this.database = database;
    this.catalogue = catalogue;
    this.ids = ids;
  }

  @Override
  public List<Decision> latest(FacilityId facility) {
    return database.rows(
        """
        SELECT DISTINCT ON (d.language) d.language, d.enabled, p.name, d.decided_at
        FROM language_decision d
        JOIN person p ON p.person_id = d.decided_by
        WHERE d.facility_id = ?
        ORDER BY d.language, d.decided_at DESC, d.decision_id DESC
        """,
        PostgresLanguages::decision,
        facility.value());
  }

  @Override
  public Outcome choose(FacilityId facility, Choice choice, UUID decidedBy, Instant decidedAt) {
    return database.transact(
        statements -> {
          List<String> before = locked(statements, facility);
          List<Wording> unconfirmed = choice.unconfirmed(before, catalogue);
          if (!unconfirmed.isEmpty()) {
            return new Outcome.Unconfirmed(unconfirmed);
          }
          statements.change(
              "UPDATE facility SET languages = CAST(? AS text[]) WHERE facility_id = ?",
              choice.languages().toArray(String[]::new),
              facility.value());
          for (String language : choice.added(before)) {
            record(statements, facility, choice, language, decidedBy, decidedAt);
          }
          for (String language : choice.removed(before)) {
            record(statements, facility, choice, language, decidedBy, decidedAt);
          }
          return new Outcome.Chosen();
        });
  }

  /** Of two who choose at once, the second is measured against what the first has chosen. */
  private static List<String> locked(Statements statements, FacilityId facility) {
    return statements
        .row(
            "SELECT languages FROM facility WHERE facility_id = ? FOR UPDATE",
            row -> row.texts("languages"),
            facility.value())
        .orElseThrow();
  }

  private void record(
      Statements statements,
      FacilityId facility,
      Choice choice,
      String language,
      UUID decidedBy,
      Instant decidedAt) {
    statements.change(
        """
        INSERT INTO language_decision
          (facility_id, decision_id, language, enabled, review, confirmed, decided_by, decided_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        facility.value(),
        ids.next(),
        language,
        choice.languages().contains(language),
        catalogue.in(language).review().code(),
        choice.confirmedDrafts().contains(language),
        decidedBy,
        decidedAt);
  }

  private static Decision decision(Row row) {
    return new Decision(
        row.text("language"), row.flag("enabled"), row.text("name"), row.instant("decided_at"));
  }
}
