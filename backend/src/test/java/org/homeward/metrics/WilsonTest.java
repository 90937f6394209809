package org.homeward.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

  /** Newcombe 1998, Stat Med 17:857, table I, method 3; to the digits printed there. */
  @ParameterizedTest
  @CsvSource({"81,263,.2553,.3662", "15,148,.0624,.1605", "0,20,0,.1611", "1,29,.0061,.1718"})
  void theIntervalsAreNewcombes(long x, long n, double low, double high) {
    Interval interval = Wilson.interval(new Share(x, n));
    assertEquals(low, interval.low().value(), 0.00005);
    assertEquals(high, interval.high().value(), 0.00005);
  }

  @Test
  void theEndsSolveTheScoreEquation() {
    SplittableRandom random = new SplittableRandom(1927);
    for (int i = 0; i < 2_000; i++) {
      long n = random.nextLong(1, 5_000);
      long x = random.nextLong(0, n + 1);
      Interval interval = Wilson.interval(new Share(x, n));
      double p = (double) x / n;
      for (double end : new double[] {interval.low().value(), interval.high().value()}) {
        double score = Wilson.Z * Wilson.Z * end * (1 - end) / n;
        assertEquals(score, (p - end) * (p - end), 1e-9, x + "/" + n);
      }
      assertTrue(interval.low().value() <= p && p <= interval.high().value(), x + "/" + n);
    }
  }

  @Test
  void noAndYesMirrorEachOther() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 500; i++) {
      long n = random.nextLong(1, 400);
      long x = random.nextLong(0, n + 1);
      Interval yes = Wilson.interval(new Share(x, n));
      Interval no = Wilson.interval(new Share(n - x, n));
      assertEquals(yes.low().value(), 1 - no.high().value(), 1e-12);
    }
  }
}
