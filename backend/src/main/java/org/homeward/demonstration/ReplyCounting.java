package org.homeward.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.demonstration.Story.Reply;
import org.homeward.facility.FacilityId;
import org.homeward.metrics.Counting;
import org.homeward.metrics.Counts;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Period;
import org.homeward.metrics.Span;
import org.homeward.metrics.Tally;
import org.homeward.metrics.TrendQuery;
import org.homeward.survey.Answer;
import org.homeward.survey.Item;

/** Counts a story's replies before they are in a database. */
final class ReplyCounting implements Counting {
  private final List<Reply> replies;

  ReplyCounting(List<Reply> replies) {
    this.replies = replies;
  }

  @Override
  public List<Counts> count(FacilityId facility, TrendQuery query) {
    TrendQuery.Filter filter = query.filter();
    Counts.Cell cell =
        new Counts.Cell(
            filter.unit(),
            filter.touchpoint().orElseThrow(),
            filter.channel().orElseThrow(),
            filter.language());
    Period period = query.period();
    Map<LocalDate, List<Reply>> byPeriod =
        replies.stream()
            .filter(reply -> reply.visit().isPresent() && !reply.answers().isEmpty())
            .filter(reply -> filter.unit().map(reply.unit()::equals).orElse(true))
            .filter(reply -> cell.touchpoint().equals(reply.touchpoint()))
            .filter(reply -> cell.channel() == reply.channel())
            .filter(
                reply -> !reply.day().isBefore(query.from()) && !reply.day().isAfter(query.to()))
            .collect(
                Collectors.groupingBy(
                    reply -> period.around(reply.day()).first(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Counts> counts = new ArrayList<>();
    byPeriod.forEach(
        (day, those) -> counts.add(new Counts(cell, new Span(period, day), tallies(those))));
    return counts;
  }

  private static Map<Measure, Tally> tallies(List<Reply> replies) {
    Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);
    tallies.put(Measure.DIAGNOSIS, item(replies, Item.DIAGNOSIS));
    tallies.put(Measure.TREATMENT, item(replies, Item.TREATMENT));
    tallies.put(Measure.NEXT_STEPS, item(replies, Item.NEXT_STEPS));
    List<Reply> whole =
        replies.stream().filter(reply -> reply.answers().size() == Item.values().length).toList();
    long allYes =
        whole.stream()
            .filter(reply -> reply.answers().values().stream().allMatch(Answer.YES::equals))
            .count();
    tallies.put(Measure.ALL_THREE, new Tally(whole.size(), allYes, 0));
    return tallies;
  }

  private static Tally item(List<Reply> replies, Item item) {
    List<Answer> answers =
        replies.stream()
            .map(reply -> Optional.ofNullable(reply.answers().get(item)))
            .flatMap(Optional::stream)
            .toList();
    long yes = answers.stream().filter(Answer.YES::equals).count();
    long partly = answers.stream().filter(Answer.PARTLY::equals).count();
    return new Tally(answers.size(), yes, partly);
  }
}
