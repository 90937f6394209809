package org.homeward.plan;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeward.survey.Touchpoint;

/**
 * When and how often a facility texts its patients.
 *
 * @param followups by day, none twice; none at all when nobody is to be texted
 * @param preferred the hour at which the first text of a follow-up goes
 */
public record OutreachPlan(
    List<Followup> followups,
    SendWindow window,
    LocalTime preferred,
    Reminders reminders,
    Caps caps) {
  public static final OutreachPlan USUAL =
      new OutreachPlan(
          List.of(Followup.at(Touchpoint.DAY_2)),
          SendWindow.USUAL,
          LocalTime.of(10, 0),
          Reminders.USUAL,
          Caps.USUAL);

  private static final int MOST_FOLLOWUPS = 5;

  public OutreachPlan {
    followups =
        followups.stream()
            .sorted(Comparator.comparingInt(followup -> followup.touchpoint().days()))
            .toList();
    if (followups.size() > MOST_FOLLOWUPS) {
      throw new IllegalArgumentException("A plan has at most " + MOST_FOLLOWUPS + " follow-ups");
    }
    if (followups.stream().map(Followup::touchpoint).distinct().count() < followups.size()) {
      throw new IllegalArgumentException("Each day is in a plan once");
    }
    if (!window.contains(preferred)) {
      throw new IllegalArgumentException("The preferred hour lies within the hours for texts");
    }
  }

  public Optional<Followup> followup(Touchpoint touchpoint) {
    return followups.stream()
        .filter(followup -> followup.touchpoint().equals(touchpoint))
        .findFirst();
  }

  /**
   * When a patient may be texted.
   *
   * @param given the patient's zone, when it was entered
   * @param ofNumber the zones of the number's prefix; none when it does not tell
   */
  public PatientHours hours(Optional<ZoneId> given, List<ZoneId> ofNumber, ZoneId facility) {
    return PatientHours.of(this, given, ofNumber, facility);
  }
}
