package org.homeward.metrics.postgres;

import java.util.List;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;

/** Holds the rollups against a recount of the responses and the retained counts. */
public final class Recount {
  private static final String DIMENSIONS =
      "day, unit_id, touchpoint, channel, language, respondent, walk_up, instrument";
  private static final List<String> COUNTS =
      List.of(
          "responses",
          "diagnosis_yes",
          "diagnosis_partly",
          "diagnosis_no",
          "treatment_yes",
          "treatment_partly",
          "treatment_no",
          "next_steps_yes",
          "next_steps_partly",
          "next_steps_no",
          "all_answered",
          "all_yes");

  private Recount() {}

  /** Cells whose sums differ, in one snapshot. */
  public static long differences(Statements database, FacilityId facility) {
    String sums = String.join(", ", COUNTS.stream().map("sum(%s)"::formatted).toList());
    String something = String.join(" OR ", COUNTS.stream().map("sum(%s) <> 0"::formatted).toList());
    String columns = DIMENSIONS + ", " + String.join(", ", COUNTS);
    return number(
        database,
        """
        WITH summed AS (
          SELECT %1$s, %2$s
          FROM (
            SELECT %4$s FROM rollup WHERE facility_id = ?
            UNION ALL SELECT %4$s FROM rollup_delta WHERE facility_id = ?) cell
          GROUP BY %1$s HAVING %3$s
        ), recounted AS (
          SELECT %1$s, %2$s FROM counted WHERE facility_id = ? GROUP BY %1$s
        )
        SELECT count(*) AS number FROM (
          (TABLE summed EXCEPT TABLE recounted) UNION ALL (TABLE recounted EXCEPT TABLE summed)) difference
        """
            .formatted(DIMENSIONS, sums, something, columns),
        facility.value(),
        facility.value(),
        facility.value());
  }

  /** Responses that count now. */
  public static long counted(Statements database, FacilityId facility) {
    return number(
        database, "SELECT count(*) AS number FROM counted WHERE facility_id = ?", facility.value());
  }

  /** Differences that are not folded in. */
  public static long unfolded(Statements database, FacilityId facility) {
    return number(
        database,
        "SELECT count(*) AS number FROM rollup_delta WHERE facility_id = ?",
        facility.value());
  }

  private static long number(Statements database, String sql, Object... parameters) {
    return database.row(sql, row -> row.whole("number"), parameters).orElseThrow();
  }
}
