package org.homeward.metrics.postgres;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Baseline;
import org.homeward.metrics.BaselineId;
import org.homeward.metrics.Baselines;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Period;
import org.homeward.metrics.SeriesKey;
import org.homeward.metrics.Share;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;

/** Baselines in PostgreSQL. */
public final class PostgresBaselines implements Baselines {
  private final Database database;

  public PostgresBaselines(Database database) {
    this.database = database;
  }

  @Override
  public List<Baseline> live(FacilityId facility, Period period) {
    return database.rows(
        """
        SELECT baseline_id, unit_id, item, touchpoint, channel, language, period, first_day, last_day,
          excluded, centre_x, centre_n, points, frozen_at, frozen_by, reason, ended_at
        FROM baseline
        WHERE facility_id = ? AND period = ? AND ended_at IS NULL
        """,
        PostgresBaselines::baseline,
        facility.value(),
        period.code());
  }

  @Override
  public List<Baseline> list(FacilityId facility, Optional<BaselineId> after, int limit) {
    return database.rows(
        """
        SELECT baseline_id, unit_id, item, touchpoint, channel, language, period, first_day, last_day,
          excluded, centre_x, centre_n, points, frozen_at, frozen_by, reason, ended_at
        FROM baseline
        WHERE facility_id = ? AND (CAST(? AS uuid) IS NULL OR baseline_id > CAST(? AS uuid))
        ORDER BY baseline_id
        LIMIT ?
        """,
        PostgresBaselines::baseline,
        facility.value(),
        after.map(BaselineId::value).orElse(null),
        after.map(BaselineId::value).orElse(null),
        limit);
  }

  @Override
  public void freeze(FacilityId facility, Collection<Baseline> baselines) {
    database.transact(
        statements -> {
          lock(statements, facility);
          for (Baseline baseline : baselines) {
            endLive(statements, facility, baseline);
            add(statements, facility, baseline);
          }
          return null;
        });
  }

  /** Those who freeze at one facility wait here for one another; references to it do not wait. */
  private static void lock(Statements statements, FacilityId facility) {
    statements.rows(
        "SELECT facility_id FROM facility WHERE facility_id = ? FOR NO KEY UPDATE",
        row -> row.uuid("facility_id"),
        facility.value());
  }

  private static void endLive(Statements statements, FacilityId facility, Baseline next) {
    SeriesKey series = next.series();
    statements.change(
        """
        UPDATE baseline SET ended_at = ?
        WHERE facility_id = ? AND unit_id IS NOT DISTINCT FROM CAST(? AS uuid) AND item = ?
          AND touchpoint = ? AND channel = ? AND language IS NOT DISTINCT FROM CAST(? AS text)
          AND period = ? AND ended_at IS NULL
        """,
        next.frozenAt(),
        facility.value(),
        series.unit().map(UnitId::value).orElse(null),
        series.measure().code(),
        series.touchpoint().code(),
        series.channel().code(),
        series.language().orElse(null),
        next.period().code());
  }

  private static void add(Statements statements, FacilityId facility, Baseline baseline) {
    SeriesKey series = baseline.series();
    statements.change(
        """
        INSERT INTO baseline (facility_id, baseline_id, unit_id, item, touchpoint, channel, language, period,
          first_day, last_day, excluded, centre_x, centre_n, points, frozen_at, frozen_by, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS date[]), ?, ?, ?, ?, ?, ?)
        """,
        facility.value(),
        baseline.id().value(),
        series.unit().map(UnitId::value).orElse(null),
        series.measure().code(),
        series.touchpoint().code(),
        series.channel().code(),
        series.language().orElse(null),
        baseline.period().code(),
        baseline.firstDay(),
        baseline.lastDay(),
        baseline.excluded().stream().map(LocalDate::toString).toArray(String[]::new),
        baseline.centre().x(),
        baseline.centre().n(),
        baseline.points(),
        baseline.frozenAt(),
        baseline.frozenBy(),
        baseline.reason());
  }

  private static Baseline baseline(Row row) {
    return new Baseline(
        new BaselineId(row.uuid("baseline_id")),
        new SeriesKey(
            row.optionalUuid("unit_id").map(UnitId::new),
            Measure.of(row.text("item")).orElseThrow(),
            Touchpoint.of(row.text("touchpoint")).orElseThrow(),
            Channel.of(row.text("channel")).orElseThrow(),
            row.optionalText("language")),
        Period.of(row.text("period")).orElseThrow(),
        row.day("first_day"),
        row.day("last_day"),
        new HashSet<>(row.days("excluded")),
        new Share(row.whole("centre_x"), row.whole("centre_n")),
        row.integer("points"),
        row.instant("frozen_at"),
        row.text("frozen_by"),
        row.text("reason"),
        row.optionalInstant("ended_at"));
  }
}
