package org.homeward.demonstration;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.homeward.survey.Answer;
import org.homeward.survey.Item;

/**
 * What one patient makes of things: items hang together, and what is understood at the door is for
 * the most part what is remembered days later. A standard normal for each item, so that a level on
 * the probit scale is the share that answers yes.
 */
final class Mind {
  private static final double SHARED = 0.6;
  private static final double KEPT = 0.85;
  private static final double FORGOTTEN = 0.35;
  private static final double PARTLY = 0.9;
  private static final double SKIPPED = 0.02;

  private final RandomGenerator random;
  private final Map<Item, Double> grasp = new EnumMap<>(Item.class);

  Mind(RandomGenerator random) {
    this.random = random;
    double shared = random.nextGaussian();
    for (Item item : Item.values()) {
      grasp.put(item, mixed(SHARED, shared));
    }
  }

  Map<Item, Answer> atDischarge(ToDoubleFunction<Item> level) {
    Map<Item, Answer> answers = new EnumMap<>(Item.class);
    grasp.forEach((item, value) -> answer(answers, item, value + level.applyAsDouble(item)));
    return answers;
  }

  Map<Item, Answer> daysLater(ToDoubleFunction<Item> level) {
    Map<Item, Answer> answers = new EnumMap<>(Item.class);
    grasp.forEach(
        (item, value) ->
            answer(answers, item, mixed(KEPT, value) + level.applyAsDouble(item) - FORGOTTEN));
    return answers;
  }

  private void answer(Map<Item, Answer> answers, Item item, double understanding) {
    if (random.nextDouble() < SKIPPED) {
      return;
    }
    if (understanding > 0) {
      answers.put(item, Answer.YES);
    } else {
      answers.put(item, understanding > -PARTLY ? Answer.PARTLY : Answer.NO);
    }
  }

  /** Standard normal again, and correlated with {@code value}. */
  private double mixed(double correlation, double value) {
    return correlation * value + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
  }
}
