package org.homeward.metrics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.homeward.facility.Facility;
import org.homeward.facility.Unit;
import org.homeward.survey.Touchpoint;

/** Says a signal in one plain sentence: what it means, which way, and since when. */
public final class Sentences {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private final Facility facility;

  public Sentences(Facility facility) {
    this.facility = facility;
  }

  public String of(SeriesKey series, Signal signal) {
    return switch (signal) {
      case Signal.Outside outside ->
          "%s %s, %s: %s."
              .formatted(told(series, signal), when(outside), way(outside), further(outside));
      case Signal.Run run ->
          "%s %s, %s: %s in a row lie %s the baseline, where chance alone seldom gives more than %d."
              .formatted(
                  told(series, signal), when(run), way(run), periods(run), side(run), run.usual());
      case Signal.FewCrossings few ->
          "%s of late, %s: since %s the rate crossed the baseline only %d times, where chance alone seldom gives fewer than %d."
              .formatted(
                  told(series, signal),
                  way(few),
                  DAY.format(few.spans().getFirst().first()),
                  few.crossings(),
                  few.usual());
    };
  }

  /** "Ward 4: fewer patients say that they know what comes next". */
  private String told(SeriesKey series, Signal signal) {
    String more =
        switch (signal.direction()) {
          case IMPROVEMENT -> "more";
          case DETERIORATION -> "fewer";
        };
    return "%s: %s %spatients say%s that they %s"
        .formatted(
            place(series),
            more,
            series.language().map(Sentences::speaking).orElse(""),
            later(series.touchpoint()),
            series.measure().everydayWords());
  }

  private String place(SeriesKey series) {
    return series.unit().flatMap(facility::unit).map(Unit::name).orElse(facility.name());
  }

  private static String speaking(String language) {
    return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH) + "-speaking ";
  }

  private static String later(Touchpoint touchpoint) {
    return touchpoint.days() == 0 ? "" : " %d days later".formatted(touchpoint.days());
  }

  private static String way(Signal signal) {
    return switch (signal.direction()) {
      case IMPROVEMENT -> "an improvement";
      case DETERIORATION -> "a deterioration";
    };
  }

  private static String side(Signal signal) {
    return switch (signal.direction()) {
      case IMPROVEMENT -> "above";
      case DETERIORATION -> "below";
    };
  }

  private static String further(Signal.Outside outside) {
    return "%s %s %s the baseline than chance alone explains"
        .formatted(
            periods(outside),
            outside.spans().size() == 1 ? "lies further" : "lie further",
            side(outside));
  }

  private static String when(Signal signal) {
    Span first = signal.spans().getFirst();
    if (signal.isCurrent()) {
      return "since " + DAY.format(first.first());
    }
    LocalDate last = signal.spans().getLast().last();
    if (signal.spans().size() > 1) {
      return "from %s to %s".formatted(DAY.format(first.first()), DAY.format(last));
    }
    return switch (first.period()) {
      case DAY -> "on " + DAY.format(first.first());
      case WEEK -> "in the week of " + DAY.format(first.first());
      case MONTH -> "in " + MONTH.format(first.first());
    };
  }

  private static String periods(Signal signal) {
    int count = signal.spans().size();
    String period = signal.spans().getFirst().period().code();
    return count == 1 ? "one " + period : "%d %ss".formatted(count, period);
  }
}
