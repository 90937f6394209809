package org.homeward.kiosk.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.kiosk.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What a tablet reports.
 *
 * @param deviceTime by the tablet's clock, which may be wrong: only its distance from ours is kept
 * @param oldestUnsentSeconds by the tablet's steady count
 */
record ContactBody(
    @Nullable Instant deviceTime,
    @Nullable String appVersion,
    @Nullable Integer unsent,
    @Nullable Long oldestUnsentSeconds,
    @Nullable Integer quarantined,
    @Nullable Boolean storagePersisted,
    @Nullable Integer batteryPercent,
    @Nullable Boolean charging) {
  private static final int VERSION_LENGTH = 40;
  private static final Duration OLDEST = Duration.ofDays(366);

  Condition condition(Instant now) {
    if (deviceTime == null || unsent == null || quarantined == null) {
      throw malformed();
    }
    try {
      return new Condition(
          unsent,
          Optional.ofNullable(oldestUnsentSeconds).map(age -> now.minus(age(age))),
          quarantined,
          Optional.ofNullable(storagePersisted),
          Optional.ofNullable(batteryPercent),
          Optional.ofNullable(charging),
          Duration.between(now, deviceTime));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  Optional<String> version() {
    return shown(Optional.ofNullable(appVersion));
  }

  /** What is no version that somebody would release is not shown. */
  static Optional<String> shown(Optional<String> appVersion) {
    return appVersion.filter(
        version ->
            version.length() <= VERSION_LENGTH
                && version.chars().noneMatch(Character::isISOControl));
  }

  private static Duration age(long seconds) {
    return Duration.ofSeconds(Math.clamp(seconds, 0, OLDEST.toSeconds()));
  }

  private static Problem malformed() {
    return new Problem(
        ProblemCode.CONTACT_MALFORMED,
        "A report says the tablet's time, and how many answers wait and were refused, from 0. Nothing was stored.");
  }
}
