package org.homeward.metrics.http;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.facility.Facility;
import org.homeward.facility.UnitId;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.metrics.Freezing;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Period;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends to freeze a baseline.
 *
 * @param unitId null: the whole facility
 * @param items null: every item and all three
 * @param language null: all languages
 */
record BaselineBody(
    @Nullable UUID unitId,
    @Nullable List<String> items,
    @Nullable String touchpoint,
    @Nullable String channel,
    @Nullable String language,
    @Nullable String period,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String reason) {

  /** Throws {@link Problem} {@code baseline-refused} or {@code unit-unknown}. */
  Freezing.Stretch stretch(Facility facility) {
    Optional<UnitId> unit = Optional.ofNullable(unitId).map(UnitId::new);
    if (unit.isPresent() && unit.flatMap(facility::unit).isEmpty()) {
      throw new Problem(ProblemCode.UNIT_UNKNOWN, "The facility has no such unit.");
    }
    LocalDate first = given(from, "from");
    LocalDate last = given(to, "to");
    if (first.isAfter(last)) {
      throw refused("from is not after to");
    }
    String why = given(reason, "reason");
    if (why.isBlank() || why.length() > 500) {
      throw refused("reason has 1 to 500 characters");
    }
    return new Freezing.Stretch(
        unit,
        measures(),
        named(touchpoint, "touchpoint", Touchpoint::of),
        named(channel, "channel", Channel::of),
        Optional.ofNullable(language),
        named(period, "period", Period::of),
        first,
        last,
        why);
  }

  private Set<Measure> measures() {
    EnumSet<Measure> measures = EnumSet.noneOf(Measure.class);
    if (items != null) {
      items.forEach(item -> measures.add(named(item, "items", Measure::of)));
    }
    return measures;
  }

  private static <T> T named(
      @Nullable String code, String field, Function<String, Optional<T>> parser) {
    return parser
        .apply(given(code, field))
        .orElseThrow(() -> refused(field + " has no such value"));
  }

  private static <T> T given(@Nullable T value, String field) {
    if (value == null) {
      throw refused(field + " is missing");
    }
    return value;
  }

  private static Problem refused(String why) {
    return new Problem(ProblemCode.BASELINE_REFUSED, "Nothing was frozen: " + why + ".");
  }
}
