package org.homeward.metrics.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Baseline;

/** A baseline as the API shows it. */
record BaselineView(
    UUID id,
    Optional<UUID> unitId,
    String item,
    String touchpoint,
    String channel,
    Optional<String> language,
    String period,
    LocalDate from,
    LocalDate to,
    List<LocalDate> excluded,
    double centre,
    long n,
    int points,
    boolean trial,
    Instant frozenAt,
    String frozenBy,
    String reason,
    Optional<Instant> endedAt) {

  static BaselineView of(Baseline baseline) {
    return new BaselineView(
        baseline.id().value(),
        baseline.series().unit().map(UnitId::value),
        baseline.series().measure().code(),
        baseline.series().touchpoint().code(),
        baseline.series().channel().code(),
        baseline.series().language(),
        baseline.period().code(),
        baseline.firstDay(),
        baseline.lastDay(),
        baseline.excluded().stream().sorted().toList(),
        baseline.centre().proportion().value(),
        baseline.centre().n(),
        baseline.points(),
        baseline.isTrial(),
        baseline.frozenAt(),
        baseline.frozenBy(),
        baseline.reason(),
        baseline.endedAt());
  }
}
