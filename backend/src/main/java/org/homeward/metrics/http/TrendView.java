package org.homeward.metrics.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facility;
import org.homeward.metrics.Sentences;
import org.homeward.metrics.Trend;

/** A trend as the API shows it. */
record TrendView(
    FacilityPart facility,
    String period,
    LocalDate from,
    LocalDate to,
    Optional<Instant> asOf,
    List<SeriesView> series) {

  record FacilityPart(UUID id, String name, String zone, boolean demonstration) {
    static FacilityPart of(Facility facility) {
      return new FacilityPart(
          facility.id().value(),
          facility.name(),
          facility.zone().getId(),
          facility.demonstration());
    }
  }

  static TrendView of(Trend trend) {
    Sentences sentences = new Sentences(trend.facility());
    return new TrendView(
        FacilityPart.of(trend.facility()),
        trend.query().period().code(),
        trend.query().from(),
        trend.query().to(),
        Optional.of(trend.asOf()),
        trend.series().stream()
            .map(series -> SeriesView.of(trend.facility(), series, sentences))
            .toList());
  }

  /** What a client that has it need not fetch again: the same numbers a moment later. */
  TrendView withoutMoment() {
    return new TrendView(facility, period, from, to, Optional.empty(), series);
  }
}
