package org.homeward.metrics.postgres;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Counting;
import org.homeward.metrics.Counts;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Period;
import org.homeward.metrics.Span;
import org.homeward.metrics.Tally;
import org.homeward.metrics.TrendQuery;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * Counts from the rollups: what is folded and what is not yet, in one statement and so of one
 * moment.
 */
public final class PostgresCounting implements Counting {
  /** The first day of the first year was a Monday. */
  static final String COUNT =
      """
      SELECT CASE WHEN CAST(? AS boolean) THEN unit_id END AS unit_id, touchpoint, channel,
        CASE WHEN CAST(? AS boolean) THEN language END AS language,
        CASE ?
          WHEN 'day' THEN day
          WHEN 'week' THEN day - (day - DATE '0001-01-01') % 7
          WHEN 'month' THEN CAST(date_trunc('month', CAST(day AS timestamp)) AS date)
        END AS first_day,
        sum(diagnosis_yes) AS diagnosis_yes, sum(diagnosis_partly) AS diagnosis_partly,
        sum(diagnosis_no) AS diagnosis_no,
        sum(treatment_yes) AS treatment_yes, sum(treatment_partly) AS treatment_partly,
        sum(treatment_no) AS treatment_no,
        sum(next_steps_yes) AS next_steps_yes, sum(next_steps_partly) AS next_steps_partly,
        sum(next_steps_no) AS next_steps_no,
        sum(all_answered) AS all_answered, sum(all_yes) AS all_yes
      FROM (
        SELECT facility_id, day, unit_id, touchpoint, channel, language, walk_up, responses,
          diagnosis_yes, diagnosis_partly, diagnosis_no, treatment_yes, treatment_partly, treatment_no,
          next_steps_yes, next_steps_partly, next_steps_no, all_answered, all_yes
        FROM rollup
        UNION ALL
        SELECT facility_id, day, unit_id, touchpoint, channel, language, walk_up, responses,
          diagnosis_yes, diagnosis_partly, diagnosis_no, treatment_yes, treatment_partly, treatment_no,
          next_steps_yes, next_steps_partly, next_steps_no, all_answered, all_yes
        FROM rollup_delta
      ) cell
      WHERE facility_id = ? AND day BETWEEN ? AND ? AND walk_up = ?
        AND (CAST(? AS uuid) IS NULL OR unit_id = CAST(? AS uuid))
        AND (CAST(? AS text) IS NULL OR touchpoint = ?)
        AND (CAST(? AS text) IS NULL OR channel = ?)
        AND (CAST(? AS text) IS NULL OR language = ?)
      GROUP BY 1, 2, 3, 4, 5
      HAVING sum(responses) <> 0
      """;

  private final Database database;

  public PostgresCounting(Database database) {
    this.database = database;
  }

  @Override
  public List<Counts> count(FacilityId facility, TrendQuery query) {
    return database
        .transact(
            statements -> {
              // A plan for every query alike could not leave out the filters that are not there,
              // and would read the facility from end to end.
              statements.change("SET LOCAL plan_cache_mode = force_custom_plan");
              return statements.rows(
                  COUNT, row -> counts(row, query.period()), parameters(facility, query));
            })
        .stream()
        .sorted(Comparator.comparing(counts -> counts.span().first()))
        .toList();
  }

  static @Nullable Object[] parameters(FacilityId facility, TrendQuery query) {
    TrendQuery.Filter filter = query.filter();
    return new @Nullable Object[] {
      query.byUnit(),
      query.byLanguage(),
      query.period().code(),
      facility.value(),
      query.from(),
      query.to(),
      query.walkUps(),
      filter.unit().map(UnitId::value).orElse(null),
      filter.unit().map(UnitId::value).orElse(null),
      filter.touchpoint().map(Touchpoint::code).orElse(null),
      filter.touchpoint().map(Touchpoint::code).orElse(null),
      filter.channel().map(Channel::code).orElse(null),
      filter.channel().map(Channel::code).orElse(null),
      filter.language().orElse(null),
      filter.language().orElse(null)
    };
  }

  private static Counts counts(Row row, Period period) {
    Counts.Cell cell =
        new Counts.Cell(
            row.optionalUuid("unit_id").map(UnitId::new),
            Touchpoint.of(row.text("touchpoint")).orElseThrow(),
            Channel.of(row.text("channel")).orElseThrow(),
            row.optionalText("language"));
    Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);
    tallies.put(Measure.DIAGNOSIS, item(row, "diagnosis"));
    tallies.put(Measure.TREATMENT, item(row, "treatment"));
    tallies.put(Measure.NEXT_STEPS, item(row, "next_steps"));
    tallies.put(Measure.ALL_THREE, new Tally(row.whole("all_answered"), row.whole("all_yes"), 0));
    return new Counts(cell, new Span(period, row.day("first_day")), tallies);
  }

  private static Tally item(Row row, String item) {
    long yes = row.whole(item + "_yes");
    long partly = row.whole(item + "_partly");
    return new Tally(yes + partly + row.whole(item + "_no"), yes, partly);
  }
}
