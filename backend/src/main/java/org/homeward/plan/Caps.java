package org.homeward.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How many texts we may start with one number, for all its discharges together.
 *
 * @param daily in a local day of the patient
 * @param weekly in any seven of them in a row
 */
public record Caps(int daily, int weekly) {
  public static final Caps USUAL = new Caps(1, 3);

  private static final int MOST_DAILY = 3;
  private static final int MOST_WEEKLY = 10;
  private static final int WEEK = 7;

  public Caps {
    if (daily < 1 || daily > MOST_DAILY) {
      throw new IllegalArgumentException("A number gets 1 to " + MOST_DAILY + " texts a day");
    }
    if (weekly < daily || weekly > MOST_WEEKLY) {
      throw new IllegalArgumentException(
          "A number gets at most " + MOST_WEEKLY + " texts a week, and no fewer than in a day");
    }
  }

  /**
   * Whether another text must wait.
   *
   * @param started when we started texts with this number, or will
   */
  public Optional<Hold> hold(Collection<Instant> started, Instant now, PatientHours hours) {
    List<LocalDate> days = started.stream().map(hours::dayOf).toList();
    LocalDate today = hours.dayOf(now);
    if (leavesRoom(days, today)) {
      return Optional.empty();
    }
    Rule rule = count(days, today, 1) >= daily ? Rule.DAILY_CAP : Rule.WEEKLY_CAP;
    LocalDate day = today.plusDays(1);
    while (!leavesRoom(days, day)) {
      day = day.plusDays(1);
    }
    return Optional.of(new Hold(hours.on(day), rule));
  }

  private boolean leavesRoom(List<LocalDate> days, LocalDate day) {
    return count(days, day, 1) < daily && count(days, day, WEEK) < weekly;
  }

  private static long count(List<LocalDate> days, LocalDate last, int length) {
    LocalDate before = last.minusDays(length);
    return days.stream().filter(day -> day.isAfter(before) && !day.isAfter(last)).count();
  }
}
