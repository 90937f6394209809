package org.homeward.concern.postgres;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.concern.Concern;
import org.homeward.concern.Concern.Kind;
import org.homeward.concern.Concern.Outcome;
import org.homeward.concern.ConcernId;
import org.homeward.concern.Concerns;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.survey.Item;
import org.jspecify.annotations.Nullable;

/** Concerns in PostgreSQL. */
public final class PostgresConcerns implements Concerns {
  private final Database database;

  public PostgresConcerns(Database database) {
    this.database = database;
  }

  private static final String SELECT =
      """
      SELECT c.concern_id, c.kind, c.unit_id, c.discharge_id, d.visit_number, c.items, c.raised_at,
        c.taken_by, p.name AS taken_by_name, c.taken_at, c.outcome, c.ended_at
      FROM concern c
      LEFT JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
      LEFT JOIN person p ON p.person_id = c.taken_by
      """;

  @Override
  public List<Concern> open(FacilityId facility, Selection selection) {
    @Nullable UUID unit = selection.unit().map(UnitId::value).orElse(null);
    @Nullable String kind = selection.kind().map(Kind::code).orElse(null);
    @Nullable UUID after = selection.after().map(ConcernId::value).orElse(null);
    return database.rows(
        SELECT
            + """
            WHERE c.facility_id = ? AND c.ended_at IS NULL
              AND (CAST(? AS uuid) IS NULL OR c.unit_id = CAST(? AS uuid))
              AND (CAST(? AS text) IS NULL OR c.kind = CAST(? AS text))
              AND (CAST(? AS uuid) IS NULL OR (c.kind <> 'urgent', c.raised_at, c.concern_id) > (
                SELECT l.kind <> 'urgent', l.raised_at, l.concern_id FROM concern l
                WHERE l.facility_id = c.facility_id AND l.concern_id = CAST(? AS uuid)))
            ORDER BY c.kind <> 'urgent', c.raised_at, c.concern_id
            LIMIT ?
            """,
        PostgresConcerns::concern,
        facility.value(),
        unit,
        unit,
        kind,
        kind,
        after,
        after,
        selection.limit());
  }

  @Override
  public List<Concern> ended(
      FacilityId facility, Instant from, Instant until, Selection selection) {
    @Nullable UUID unit = selection.unit().map(UnitId::value).orElse(null);
    @Nullable String kind = selection.kind().map(Kind::code).orElse(null);
    @Nullable UUID after = selection.after().map(ConcernId::value).orElse(null);
    return database.rows(
        SELECT
            + """
            WHERE c.facility_id = ? AND c.ended_at >= ? AND c.ended_at < ?
              AND (CAST(? AS uuid) IS NULL OR c.unit_id = CAST(? AS uuid))
              AND (CAST(? AS text) IS NULL OR c.kind = CAST(? AS text))
              AND (CAST(? AS uuid) IS NULL OR (c.ended_at, c.concern_id) < (
                SELECT l.ended_at, l.concern_id FROM concern l
                WHERE l.facility_id = c.facility_id AND l.concern_id = CAST(? AS uuid)))
            ORDER BY c.facility_id DESC, c.ended_at DESC, c.concern_id DESC
            LIMIT ?
            """,
        PostgresConcerns::concern,
        facility.value(),
        from,
        until,
        unit,
        unit,
        kind,
        kind,
        after,
        after,
        selection.limit());
  }

  @Override
  public Step take(FacilityId facility, ConcernId concern, UUID person, Instant at) {
    return database.transact(
        statements -> {
          long taken =
              statements.change(
                  """
                  UPDATE concern SET taken_by = ?, taken_at = ?
                  WHERE facility_id = ? AND concern_id = ? AND taken_by IS NULL
                  """,
                  person,
                  at,
                  facility.value(),
                  concern.value());
          return find(statements, facility, concern)
              .map(now -> taken == 1 ? new Step.Done(now) : takenBefore(now, person))
              .orElseGet(Step.Unknown::new);
        });
  }

  private static Step takenBefore(Concern concern, UUID person) {
    if (concern.ended().isPresent()) {
      return new Step.EndedAlready(concern);
    }
    return concern.taken().orElseThrow().person().equals(person)
        ? new Step.Done(concern)
        : new Step.TakenAlready(concern);
  }

  @Override
  public Step end(
      FacilityId facility, ConcernId concern, Outcome outcome, UUID person, Instant at) {
    return database.transact(
        statements ->
            find(statements, facility, concern)
                .map(
                    now ->
                        now.kind().endsAs(outcome)
                            ? end(statements, facility, concern, outcome, person, at)
                            : new Step.NoSuchOutcome(now))
                .orElseGet(Step.Unknown::new));
  }

  private static Step end(
      Statements statements,
      FacilityId facility,
      ConcernId concern,
      Outcome outcome,
      UUID person,
      Instant at) {
    long ended =
        statements.change(
            """
            UPDATE concern SET outcome = ?, ended_by = ?, ended_at = ?,
              taken_by = coalesce(taken_by, ?), taken_at = coalesce(taken_at, ?)
            WHERE facility_id = ? AND concern_id = ? AND ended_at IS NULL
            """,
            outcome.code(),
            person,
            at,
            person,
            at,
            facility.value(),
            concern.value());
    Concern now = find(statements, facility, concern).orElseThrow();
    boolean so = now.ended().filter(end -> end.outcome() == outcome).isPresent();
    return ended == 1 || so ? new Step.Done(now) : new Step.EndedAlready(now);
  }

  private static Optional<Concern> find(
      Statements statements, FacilityId facility, ConcernId concern) {
    return statements.row(
        SELECT + "WHERE c.facility_id = ? AND c.concern_id = ?",
        PostgresConcerns::concern,
        facility.value(),
        concern.value());
  }

  private static Concern concern(Row row) {
    List<String> items = row.texts("items");
    return new Concern(
        new ConcernId(row.uuid("concern_id")),
        Kind.of(row.text("kind")).orElseThrow(),
        new UnitId(row.uuid("unit_id")),
        row.optionalUuid("discharge_id")
            .map(id -> new Concern.Visit(id, new VisitNumber(row.text("visit_number")))),
        Arrays.stream(Item.values()).filter(item -> items.contains(item.code())).toList(),
        row.instant("raised_at"),
        row.optionalUuid("taken_by")
            .map(id -> new Concern.Taken(id, row.text("taken_by_name"), row.instant("taken_at"))),
        row.optionalText("outcome")
            .map(
                code ->
                    new Concern.Ended(Outcome.of(code).orElseThrow(), row.instant("ended_at"))));
  }
}
