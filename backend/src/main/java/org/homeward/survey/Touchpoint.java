package org.homeward.survey;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a discharge is asked: as the patient leaves, or so many days later. */
public record Touchpoint(int days) {
  public static final Touchpoint AT_DISCHARGE = new Touchpoint(0);
  public static final Touchpoint DAY_2 = new Touchpoint(2);
  public static final Touchpoint DAY_30 = new Touchpoint(30);

  private static final Pattern LATER = Pattern.compile("day-([1-9][0-9]{0,2})");

  public Touchpoint {
    if (days < 0 || days > 999) {
      throw new IllegalArgumentException("A touchpoint is 0 to 999 days after discharge");
    }
  }

  public String code() {
    return days == 0 ? "at-discharge" : "day-" + days;
  }

  public static Optional<Touchpoint> of(String code) {
    if (code.equals(AT_DISCHARGE.code())) {
      return Optional.of(AT_DISCHARGE);
    }
    Matcher later = LATER.matcher(code);
    return later.matches()
        ? Optional.of(new Touchpoint(Integer.parseInt(later.group(1))))
        : Optional.empty();
  }

  /**
   * How long answers are waited for from the moment it is due: until then its period is partial.
   */
  public Duration answeringWindow() {
    return switch (days) {
      case 0 -> Duration.ofDays(1);
      case 30 -> Duration.ofDays(14);
      default -> Duration.ofDays(7);
    };
  }
}
