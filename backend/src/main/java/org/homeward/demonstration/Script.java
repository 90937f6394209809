package org.homeward.demonstration;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.homeward.survey.Item;

/**
 * What the author knows of one hospital before the first patient leaves. Understanding is on the
 * probit scale: 0 is one patient in two, 1 is 84 in 100.
 *
 * @param spanish the share of patients who speak Spanish
 * @param interpretersFrom the week in which an interpreter service starts; none: {@link #NEVER}
 */
record Script(
    String name,
    ZoneId zone,
    String sender,
    double spanish,
    int interpretersFrom,
    List<Ward> wards) {
  static final int NEVER = Integer.MAX_VALUE;
  static final int WEEKS = 78;
  static final int BASELINE_WEEKS = 24;

  private static final Map<Item, Double> USUAL =
      Map.of(Item.DIAGNOSIS, 0.95, Item.TREATMENT, 0.75, Item.NEXT_STEPS, 0.55);
  private static final double SPANISH = -0.65;
  private static final double WITH_INTERPRETERS = -0.10;

  /**
   * @param weekly discharges in a usual week
   * @param better how much better than the hospital it explains from the start
   * @param taughtFrom the week from which nurses let patients teach back
   * @param drift what is lost each week after the baseline
   */
  record Ward(String name, double weekly, double better, int taughtFrom, double drift) {
    static Ward steady(String name, double weekly, double better) {
      return new Ward(name, weekly, better, NEVER, 0);
    }

    private double taught(Item item, int week) {
      if (week < taughtFrom) {
        return 0;
      }
      return switch (item) {
        case DIAGNOSIS -> 0.15;
        case TREATMENT -> 0.35;
        case NEXT_STEPS -> 0.60;
      };
    }

    private double drifted(int week) {
      return drift * Math.max(0, week - BASELINE_WEEKS);
    }
  }

  double level(Ward ward, Item item, int week, boolean speaksSpanish) {
    double language = week < interpretersFrom ? SPANISH : WITH_INTERPRETERS;
    return USUAL.getOrDefault(item, 0.0)
        + ward.better()
        + ward.taught(item, week)
        - ward.drifted(week)
        + (speaksSpanish ? language : 0);
  }

  static List<Script> all() {
    return List.of(
        new Script(
            "Lakeshore Medical Center (demonstration)",
            ZoneId.of("America/Chicago"),
            "+12025550100",
            0.14,
            NEVER,
            List.of(
                Ward.steady("Emergency Department", 125, -0.10),
                new Ward("Cardiology, 4 East", 82, 0, 50, 0),
                new Ward("Orthopedics, 5 West", 78, 0.10, NEVER, 0.012),
                Ward.steady("General Surgery, 3 North", 80, 0.05),
                Ward.steady("Internal Medicine, 6 North", 72, 0),
                Ward.steady("Maternity", 60, 0.15),
                Ward.steady("Pediatrics", 38, 0.10),
                Ward.steady("Burn Unit", 7, 0))),
        new Script(
            "Harbor Community Hospital (demonstration)",
            ZoneId.of("America/Los_Angeles"),
            "+13105550100",
            0.40,
            44,
            List.of(
                Ward.steady("Emergency Department", 110, -0.05),
                Ward.steady("Day Surgery", 95, 0.10),
                Ward.steady("Family Birth Center", 66, 0.10),
                Ward.steady("Medical Ward 2", 64, -0.05),
                Ward.steady("Stroke and Neurology", 40, 0))));
  }
}
