package org.homeward.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private final Sentences sentences = new Sentences(new Wards().facility);

  @Test
  void aRunThatGoesOnSaysSinceWhen() {
    assertEquals(
        "Ward 4: fewer patients say that they know what comes next since 5 January 2026, a deterioration:"
            + " 9 weeks in a row lie below the baseline, where chance alone seldom gives more than 8.",
        sentences.of(
            Wards.nextSteps(), new Signal.Run(Direction.DETERIORATION, weeks(0, 9), true, 8)));
  }

  @Test
  void aRunThatIsOverSaysFromWhenToWhen() {
    assertEquals(
        "Ward 4: more patients say that they know what comes next from 5 January 2026 to 8 March 2026,"
            + " an improvement: 9 weeks in a row lie above the baseline, where chance alone seldom gives more than 8.",
        sentences.of(
            Wards.nextSteps(), new Signal.Run(Direction.IMPROVEMENT, weeks(0, 9), false, 8)));
  }

  @Test
  void onePointOutsideSaysItsWeek() {
    assertEquals(
        "Ward 4: fewer patients say that they know what comes next in the week of 12 January 2026, a deterioration:"
            + " one week lies further below the baseline than chance alone explains.",
        sentences.of(
            Wards.nextSteps(), new Signal.Outside(Direction.DETERIORATION, weeks(1, 2), false)));
  }

  @Test
  void fewCrossingsSayHowManyAreUsual() {
    assertEquals(
        "Ward 4: more patients say that they know what comes next of late, an improvement: since 5 January 2026"
            + " the rate crossed the baseline only 5 times, where chance alone seldom gives fewer than 8.",
        sentences.of(
            Wards.nextSteps(),
            new Signal.FewCrossings(Direction.IMPROVEMENT, weeks(0, 24), true, 5, 8)));
  }

  @Test
  void theWholeHospitalALaterTouchpointAndALanguageAreNamed() {
    SeriesKey series =
        new SeriesKey(
            Optional.empty(), Measure.DIAGNOSIS, Touchpoint.DAY_2, Channel.SMS, Optional.of("es"));
    assertEquals(
        "Lakeside: more Spanish-speaking patients say 2 days later that they understand their diagnosis"
            + " since 12 January 2026, an improvement: one week lies further above the baseline than chance alone explains.",
        sentences.of(series, new Signal.Outside(Direction.IMPROVEMENT, weeks(1, 2), true)));
  }

  private static List<Span> weeks(int from, int to) {
    return IntStream.range(from, to).mapToObj(Wards::week).toList();
  }
}
