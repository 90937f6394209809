package org.homeward.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.homeward.survey.Touchpoint;

/**
 * What a patient would be sent, and when, if they never answered: the first text of each follow-up
 * and its reminders.
 *
 * @param waits the rules that put it off, if any did
 */
public record Forecast(Touchpoint touchpoint, boolean reminder, Instant at, Set<Rule> waits) {
  public Forecast {
    waits = Set.copyOf(waits);
  }

  /**
   * A text that is to come.
   *
   * @param wished when it would go if no rule stood in its way
   * @param reminders how many may follow it
   * @param closes when the questions close
   */
  public record Wish(
      Touchpoint touchpoint, boolean reminder, Instant wished, int reminders, Instant closes) {}

  /**
   * In the order in which they would go, until then.
   *
   * @param started when we started texts with the number lately, for whichever discharge
   */
  public static List<Forecast> of(
      OutreachPlan plan,
      PatientHours hours,
      Collection<Wish> wishes,
      Collection<Instant> started,
      Instant now,
      Instant until) {
    PriorityQueue<Pending> queue = new PriorityQueue<>(Comparator.comparing(Pending::at));
    wishes.forEach(wish -> queue.add(new Pending(wish, later(wish.wished(), now), Set.of())));
    List<Instant> counted = new ArrayList<>(started);
    List<Forecast> texts = new ArrayList<>();
    while (!queue.isEmpty() && queue.peek().at().isBefore(until)) {
      Pending pending = queue.remove();
      if (!pending.at().isBefore(pending.wish().closes())) {
        continue;
      }
      Optional<Hold> hold = hold(plan, hours, counted, pending.at());
      if (hold.isPresent()) {
        queue.add(pending.held(hold.get()));
        continue;
      }
      texts.add(pending.goes());
      counted.add(pending.at());
      pending.reminder(plan.reminders().after()).ifPresent(queue::add);
    }
    return List.copyOf(texts);
  }

  private static Optional<Hold> hold(
      OutreachPlan plan, PatientHours hours, Collection<Instant> started, Instant at) {
    return hours.allow(at)
        ? plan.caps().hold(started, at, hours)
        : Optional.of(new Hold(hours.next(at), Rule.QUIET_HOURS));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private record Pending(Wish wish, Instant at, Set<Rule> waits) {
    Pending held(Hold hold) {
      Set<Rule> rules = EnumSet.of(hold.rule());
      rules.addAll(waits);
      return new Pending(wish, hold.until(), rules);
    }

    Forecast goes() {
      return new Forecast(wish.touchpoint(), wish.reminder(), at, waits);
    }

    Optional<Pending> reminder(Duration after) {
      if (wish.reminders() == 0) {
        return Optional.empty();
      }
      Instant then = at.plus(after);
      return Optional.of(
          new Pending(
              new Wish(wish.touchpoint(), true, then, wish.reminders() - 1, wish.closes()),
              then,
              Set.of()));
    }
  }
}
