package org.homeward.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.Standing;
import org.homeward.discharge.VisitCode;
import org.homeward.facility.Facility;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Baseline;
import org.homeward.metrics.Change;
import org.homeward.survey.Answer;
import org.homeward.survey.Channel;
import org.homeward.survey.Item;
import org.homeward.survey.Respondent;
import org.homeward.survey.Touchpoint;

/** All that is invented. */
public record Story(List<Chapter> chapters) {

  /**
   * One hospital.
   *
   * @param replies answers of discharges and of walk-ups, the latter without a visit
   */
  public record Chapter(
      Facility facility,
      List<Visit> visits,
      List<Reply> replies,
      List<Change> changes,
      List<Baseline> baselines) {}

  /** A discharge. */
  public record Visit(
      UUID id,
      UnitId unit,
      String number,
      VisitCode code,
      Instant dischargedAt,
      LocalDate day,
      String language,
      Standing standing) {}

  /** A response. */
  public record Reply(
      UUID id,
      Optional<UUID> visit,
      UnitId unit,
      LocalDate day,
      Touchpoint touchpoint,
      Channel channel,
      Respondent respondent,
      String language,
      String standing,
      Map<Item, Answer> answers,
      Instant answeredAt,
      Instant receivedAt,
      Optional<Instant> closedAt) {}
}
