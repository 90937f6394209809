package org.homeward.discharge.postgres;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.homeward.db.ConstraintViolated;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.Discharge;
import org.homeward.discharge.Discharges;
import org.homeward.discharge.Entry;
import org.homeward.discharge.Particulars;
import org.homeward.discharge.Standing;
import org.homeward.discharge.VisitCode;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.facility.UnitId;
import org.jspecify.annotations.Nullable;

/** Discharges in PostgreSQL. Their contacts and consents are {@link Contacts}. */
public final class PostgresDischarges implements Discharges {
  private final Database database;
  private final Contacts contacts;
  private final Ids ids;
  private final InstantSource clock;

  public PostgresDischarges(Database database, Contacts contacts, Ids ids, InstantSource clock) {
    this.database = database;
    this.contacts = contacts;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Entry enter(
      FacilityId facility, VisitNumber visitNumber, Particulars particulars, String by) {
    return refusingUnknownUnits(
        statements -> enter(statements, facility, visitNumber, particulars, by));
  }

  @Override
  public List<Entry> enterAll(
      FacilityId facility, Map<VisitNumber, Particulars> particulars, String by) {
    return refusingUnknownUnits(
        statements -> {
          List<Entry> entries = new ArrayList<>();
          particulars.forEach(
              (visitNumber, content) ->
                  entries.add(enter(statements, facility, visitNumber, content, by)));
          return entries;
        });
  }

  @Override
  public Optional<Discharge> correct(
      FacilityId facility, UUID discharge, UnaryOperator<Particulars> correction, String by) {
    return refusingUnknownUnits(
        statements ->
            locked(statements, facility, discharge)
                .map(
                    existing -> {
                      Particulars corrected = correction.apply(existing.particulars());
                      if (!corrected.saysTheSameAs(existing.particulars())) {
                        write(statements, facility, existing, corrected, by);
                      }
                      return found(statements, facility, discharge);
                    }));
  }

  @Override
  public Optional<Discharge> mark(FacilityId facility, UUID discharge, Standing standing) {
    return database.transact(
        statements -> {
          long marked =
              statements.change(
                  """
                  UPDATE discharge SET standing = ?, standing_at = ?
                  WHERE facility_id = ? AND discharge_id = ?
                  """,
                  standing.code(),
                  clock.instant(),
                  facility.value(),
                  discharge);
          return marked == 0
              ? Optional.<Discharge>empty()
              : Optional.of(found(statements, facility, discharge));
        });
  }

  @Override
  public Optional<Discharge> find(FacilityId facility, UUID discharge) {
    return select(database, facility, "d.discharge_id = ?", discharge);
  }

  @Override
  public Optional<Discharge> find(FacilityId facility, VisitNumber visitNumber) {
    return select(database, facility, "d.visit_number = ?", visitNumber.text());
  }

  @Override
  public Optional<Discharge> find(FacilityId facility, VisitCode visitCode) {
    return select(database, facility, "d.visit_code = ?", visitCode.text());
  }

  @Override
  public List<Discharge> list(FacilityId facility, Selection selection) {
    @Nullable UUID unit = selection.unit().map(UnitId::value).orElse(null);
    @Nullable LocalDate day = selection.day().orElse(null);
    @Nullable UUID after = selection.after().orElse(null);
    return database.rows(
        SELECT
            + """
            WHERE d.facility_id = ?
              AND (CAST(? AS uuid) IS NULL OR d.unit_id = CAST(? AS uuid))
              AND (CAST(? AS date) IS NULL OR d.day = CAST(? AS date))
              AND (CAST(? AS uuid) IS NULL OR (d.day, d.discharged_at, d.discharge_id) < (
                SELECT day, discharged_at, discharge_id FROM discharge
                WHERE facility_id = d.facility_id AND discharge_id = CAST(? AS uuid)))
            ORDER BY d.facility_id DESC, d.day DESC, d.discharged_at DESC, d.discharge_id DESC
            LIMIT ?
            """,
        row -> discharge(row, facility),
        facility.value(),
        unit,
        unit,
        day,
        day,
        after,
        after,
        selection.limit());
  }

  private Entry enter(
      Statements statements,
      FacilityId facility,
      VisitNumber visitNumber,
      Particulars particulars,
      String by) {
    // A second turn is for a visit code that another discharge has, once in about a million.
    for (int attempt = 0; attempt < 4; attempt++) {
      UUID id = ids.next();
      if (insert(statements, facility, id, visitNumber, particulars)) {
        contacts.write(statements, facility, id, particulars, by);
        return new Entry.Created(found(statements, facility, id));
      }
      Optional<Discharge> existing =
          select(statements, facility, "d.visit_number = ?", visitNumber.text())
              .flatMap(discharge -> locked(statements, facility, discharge.id()));
      if (existing.isPresent()) {
        return again(statements, facility, existing.get(), particulars, by);
      }
    }
    throw new IllegalStateException("No free visit code was found");
  }

  private Entry again(
      Statements statements,
      FacilityId facility,
      Discharge existing,
      Particulars particulars,
      String by) {
    Particulars known = withThePatientsNumber(statements, facility, existing, particulars);
    if (existing.particulars().saysTheSameAs(known)) {
      return new Entry.Unchanged(existing);
    }
    write(statements, facility, existing, known, by);
    return new Entry.Corrected(found(statements, facility, existing.id()));
  }

  /**
   * A hospital's system that sends a discharge again knows nothing of the number that the patient
   * left at a tablet meanwhile, and must not take it away.
   */
  private Particulars withThePatientsNumber(
      Statements statements, FacilityId facility, Discharge existing, Particulars particulars) {
    Particulars known = existing.particulars();
    boolean keep =
        particulars.phone().isEmpty()
            && known.phone().isPresent()
            && contacts.cameFromATablet(statements, facility, existing.id());
    return keep
        ? new Particulars(
            particulars.unit(),
            particulars.dischargedAt(),
            particulars.language(),
            known.phone(),
            known.consent(),
            particulars.zone())
        : particulars;
  }

  private boolean insert(
      Statements statements,
      FacilityId facility,
      UUID id,
      VisitNumber visitNumber,
      Particulars particulars) {
    Instant now = clock.instant();
    return statements.change(
            """
            INSERT INTO discharge (facility_id, discharge_id, unit_id, visit_number, visit_code,
              discharged_at, day, language, zone, standing_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS text), ?, ?)
            ON CONFLICT DO NOTHING
            """,
            facility.value(),
            id,
            particulars.unit().value(),
            visitNumber.text(),
            VisitCode.random().text(),
            particulars.dischargedAt(),
            day(statements, facility, particulars.dischargedAt()),
            particulars.language(),
            particulars.zone().map(ZoneId::getId).orElse(null),
            now,
            now)
        == 1;
  }

  /** Its responses go with it, and what staff must look at: they belong to its unit and its day. */
  private void write(
      Statements statements,
      FacilityId facility,
      Discharge existing,
      Particulars particulars,
      String by) {
    LocalDate day = day(statements, facility, particulars.dischargedAt());
    statements.change(
        """
        UPDATE discharge
        SET unit_id = ?, discharged_at = ?, day = ?, language = ?, zone = CAST(? AS text),
          corrected_at = ?
        WHERE facility_id = ? AND discharge_id = ?
        """,
        particulars.unit().value(),
        particulars.dischargedAt(),
        day,
        particulars.language(),
        particulars.zone().map(ZoneId::getId).orElse(null),
        clock.instant(),
        facility.value(),
        existing.id());
    statements.change(
        """
        UPDATE response SET unit_id = ?, day = ?
        WHERE facility_id = ? AND discharge_id = ? AND (unit_id <> ? OR day <> ?)
        """,
        particulars.unit().value(),
        day,
        facility.value(),
        existing.id(),
        particulars.unit().value(),
        day);
    statements.change(
        """
        UPDATE concern SET unit_id = ? WHERE facility_id = ? AND discharge_id = ? AND unit_id <> ?
        """,
        particulars.unit().value(),
        facility.value(),
        existing.id(),
        particulars.unit().value());
    contacts.write(statements, facility, existing.id(), particulars, by);
  }

  private static LocalDate day(Statements statements, FacilityId facility, Instant moment) {
    String zone =
        statements
            .row(
                "SELECT zone FROM facility WHERE facility_id = ?",
                row -> row.text("zone"),
                facility.value())
            .orElseThrow();
    return LocalDate.ofInstant(moment, ZoneId.of(zone));
  }

  /** Held until the transaction ends, so that two corrections follow each other. */
  private Optional<Discharge> locked(Statements statements, FacilityId facility, UUID discharge) {
    boolean there =
        statements
            .row(
                """
                SELECT discharge_id FROM discharge
                WHERE facility_id = ? AND discharge_id = ? FOR UPDATE
                """,
                row -> row.uuid("discharge_id"),
                facility.value(),
                discharge)
            .isPresent();
    return there ? Optional.of(found(statements, facility, discharge)) : Optional.empty();
  }

  private Discharge found(Statements statements, FacilityId facility, UUID discharge) {
    return select(statements, facility, "d.discharge_id = ?", discharge).orElseThrow();
  }

  private static final String SELECT =
      """
      SELECT d.discharge_id, d.visit_number, d.visit_code, d.unit_id, d.discharged_at, d.language, d.zone,
        d.standing, d.created_at, d.corrected_at, c.phone_sealed,
        n.given_at, n.wording_version, n.language AS consent_language,
        ARRAY(
          SELECT r.touchpoint FROM response r
          WHERE r.facility_id = d.facility_id AND r.discharge_id = d.discharge_id
            AND r.standing IN ('open', 'complete')
          ORDER BY r.touchpoint) AS answered
      FROM discharge d
      LEFT JOIN contact c ON c.facility_id = d.facility_id AND c.discharge_id = d.discharge_id
      LEFT JOIN LATERAL (
        SELECT n.given_at, n.wording_version, n.language FROM consent n
        WHERE n.facility_id = d.facility_id AND n.discharge_id = d.discharge_id
          AND n.phone_hash = c.phone_hash
          AND NOT EXISTS (
            SELECT FROM consent_withdrawal w
            WHERE w.facility_id = n.facility_id AND w.consent_id = n.consent_id)
        ORDER BY n.given_at DESC LIMIT 1) n ON true
      """;

  private Optional<Discharge> select(
      Statements statements, FacilityId facility, String condition, Object value) {
    return statements.row(
        SELECT + "WHERE d.facility_id = ? AND " + condition,
        row -> discharge(row, facility),
        facility.value(),
        value);
  }

  private Discharge discharge(Row row, FacilityId facility) {
    UUID id = row.uuid("discharge_id");
    return new Discharge(
        id,
        new VisitNumber(row.text("visit_number")),
        new VisitCode(row.text("visit_code")),
        new Particulars(
            new UnitId(row.uuid("unit_id")),
            row.instant("discharged_at"),
            row.text("language"),
            row.optionalBytes("phone_sealed").map(bytes -> contacts.open(bytes, facility, id)),
            Contacts.consent(row),
            row.optionalText("zone").map(ZoneId::of)),
        Standing.of(row.text("standing")).orElseThrow(),
        row.instant("created_at"),
        row.optionalInstant("corrected_at"),
        row.texts("answered").stream()
            .flatMap(code -> org.homeward.survey.Touchpoint.of(code).stream())
            .toList());
  }

  private <T> T refusingUnknownUnits(Function<Statements, T> work) {
    try {
      return database.transact(work);
    } catch (ConstraintViolated e) {
      if (e.constraint().contains("unit_id")) {
        throw new UnitUnknown();
      }
      throw e;
    }
  }
}
