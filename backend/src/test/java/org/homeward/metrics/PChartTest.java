package org.homeward.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PChartTest {
  /**
   * Nonconforming orange-juice cans in 30 samples of 50: Montgomery, Introduction to Statistical
   * Quality Control, table 7.1.
   */
  private static final List<Integer> CANS =
      List.of(
          12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9,
          12, 7, 13, 9, 6);

  @Test
  void theLimitsAreMontgomerys() {
    Share centre = centre();
    Interval limits = PChart.limits(centre, 50);
    assertEquals(.2313, centre.proportion().value(), 0.00005);
    assertEquals(.0524, limits.low().value(), 0.00005);
    assertEquals(.4102, limits.high().value(), 0.00005);
  }

  @Test
  void samples15And23AreOutside() {
    Interval limits = PChart.limits(centre(), 50);
    List<Integer> outside =
        IntStream.rangeClosed(1, CANS.size())
            .filter(i -> limits.excludes(new Share(CANS.get(i - 1), 50).proportion()))
            .boxed()
            .toList();
    assertEquals(List.of(15, 23), outside);
  }

  @Test
  void aPointOnALimitIsInside() {
    Interval limits = new Interval(new Proportion(0.25), new Proportion(0.75));
    assertFalse(limits.excludes(new Proportion(0.75)));
    assertTrue(limits.excludes(new Proportion(Math.nextUp(0.75))));
  }

  @Test
  void limitsNarrowAsNGrowsAndStayBetweenZeroAndOne() {
    SplittableRandom random = new SplittableRandom(1924);
    for (int i = 0; i < 2_000; i++) {
      long n = random.nextLong(2, 2_000);
      Share centre = new Share(random.nextLong(1, n), n);
      long small = random.nextLong(1, 300);
      Interval wide = PChart.limits(centre, small);
      Interval narrow = PChart.limits(centre, small + random.nextLong(1, 300));
      assertTrue(wide.low().value() <= narrow.low().value());
      assertTrue(wide.high().value() >= narrow.high().value());
    }
  }

  /** At n = 12 and p = .9 the smaller expected count is 1.2. */
  @Test
  void mostPointsTooSmallAskForALongerPeriod() {
    Share centre = new Share(9, 10);
    assertTrue(PChart.isCoarse(centre, List.of(12L, 12L, 60L)));
    assertFalse(PChart.isCoarse(centre, List.of(12L, 60L, 60L)));
  }

  private static Share centre() {
    return new Share(CANS.stream().mapToInt(Integer::intValue).sum(), 50L * CANS.size());
  }
}
