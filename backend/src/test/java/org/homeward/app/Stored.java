package org.homeward.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is in a database, counted without the service. */
record Stored(String url) {
  private static final String CELL =
      "facility_id, day, unit_id, touchpoint, channel, language, respondent, walk_up, instrument";

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

  /** Each of these is stored, once, and no visit counts twice. */
  void assertEachOnce(Collection<UUID> ids) {
    Map<UUID, Integer> copies = new HashMap<>();
    for (String id :
        texts(
            "SELECT CAST(response_id AS text) FROM response WHERE response_id = ANY(?)",
            ids.toArray(UUID[]::new))) {
      copies.merge(UUID.fromString(id), 1, Integer::sum);
    }
    assertEquals(List.of(), ids.stream().filter(id -> !copies.containsKey(id)).toList(), "lost");
    assertEquals(
        Map.of(),
        copies.entrySet().stream()
            .filter(copy -> copy.getValue() > 1)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        "twice");
    assertEquals(
        "0",
        text(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM response WHERE standing = 'complete' AND discharge_id IS NOT NULL
              GROUP BY facility_id, discharge_id, touchpoint HAVING count(*) > 1) more
            """),
        "visits that count twice");
  }

  /** Of one facility: other tests leave counts that no response stands behind. */
  void assertRollupEqualsRecount(String facility) {
    String columns = CELL + ", " + String.join(", ", COUNTS);
    String differs =
        COUNTS.stream()
            .map(count -> "sum(sign * " + count + ") <> 0")
            .collect(Collectors.joining(" OR "));
    String cells =
        """
        SELECT count(*) FROM (
          SELECT 1 FROM (
            SELECT 1 AS sign, %1$s FROM rollup
            UNION ALL SELECT 1, %1$s FROM rollup_delta
            UNION ALL SELECT -1, %1$s FROM counted) counts
          WHERE facility_id = '%4$s'
          GROUP BY %2$s HAVING %3$s) wrong
        """
            .formatted(columns, CELL, differs, facility);
    assertEquals("0", text(cells), "cells whose rollup is not their recount");
  }

  String text(String sql) {
    return texts(sql).getFirst();
  }

  private List<String> texts(String sql, UUID... ids) {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (ids.length > 0) {
        statement.setArray(1, connection.createArrayOf("uuid", ids));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> texts = new java.util.ArrayList<>();
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
        return texts;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
