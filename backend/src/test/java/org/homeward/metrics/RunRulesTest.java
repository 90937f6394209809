package org.homeward.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRulesTest {

  /**
   * m = 24: Anhøj 2014. The others: Anhøj and Olesen's table of critical values, as in qicharts2.
   */
  @ParameterizedTest
  @CsvSource({"10,6,2", "12,7,3", "15,7,4", "20,7,6", "24,8,8", "30,8,10", "40,8,14", "50,9,19"})
  void theCriticalValuesAreAnhojs(int m, int longestRun, int fewestCrossings) {
    assertEquals(longestRun, RunRules.longestRun(m));
    assertEquals(fewestCrossings, RunRules.fewestCrossings(m));
  }

  /** Against exact integer arithmetic. */
  @Test
  void theCrossingsAreTheExactQuantile() {
    for (int m = 1; m <= 400; m++) {
      int fewest = RunRules.fewestCrossings(m);
      assertTrue(cumulated(m - 1, fewest) >= 0.05, "m = " + m);
      assertTrue(cumulated(m - 1, fewest - 1) < 0.05, "m = " + m);
    }
  }

  @Test
  void aPhaseOfYearsOfDaysHasCriticalValues() {
    assertEquals(1_783, RunRules.fewestCrossings(3_651), 20);
    assertEquals(15, RunRules.longestRun(3_651));
  }

  private static double cumulated(int trials, int successes) {
    BigInteger ways = BigInteger.ZERO;
    BigInteger term = BigInteger.ONE;
    for (int k = 0; k <= successes; k++) {
      ways = ways.add(term);
      term = term.multiply(BigInteger.valueOf(trials - k)).divide(BigInteger.valueOf(k + 1));
    }
    return new BigDecimal(ways)
        .divide(new BigDecimal(BigInteger.TWO.pow(trials)), MathContext.DECIMAL64)
        .doubleValue();
  }
}
