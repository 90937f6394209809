package org.homeward.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.homeward.facility.UnitId;

/**
 * A dated, described improvement or event, drawn on the chart. It claims nothing.
 *
 * @param units that it touches; none means the whole facility
 */
public record Change(
    ChangeId id,
    LocalDate on,
    String description,
    List<UnitId> units,
    String recordedBy,
    Instant recordedAt) {
  public Change {
    description = description.strip();
    units = units.stream().distinct().toList();
    if (description.isEmpty() || description.length() > 200) {
      throw new IllegalArgumentException("A change is described in 1 to 200 characters");
    }
  }
}
