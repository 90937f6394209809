package org.homeward.response;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.VisitCode;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Answer;
import org.homeward.survey.Channel;
import org.homeward.survey.Item;
import org.homeward.survey.Respondent;
import org.homeward.survey.Touchpoint;
import org.homeward.token.Digest;

/**
 * A whole response, as a kiosk submits it.
 *
 * @param id made by the client
 * @param tablet that it was answered on
 * @param visitCode empty for a walk-up
 * @param digest of the bytes that were sent: the same bytes again are a replay
 * @param answeredAt by the server's clock
 */
public record Submission(
    UUID id,
    FacilityId facility,
    Tablet tablet,
    Optional<VisitCode> visitCode,
    Touchpoint touchpoint,
    Channel channel,
    Respondent respondent,
    String language,
    int instrument,
    Outcome outcome,
    Map<Item, Answer> answers,
    Extras extras,
    Digest digest,
    Instant answeredAt,
    Instant receivedAt) {

  /**
   * The tablet that a response was answered on.
   *
   * @param tokenHash by which it is known; whether it is enrolled is decided where the response is
   *     stored
   * @param rescued brought by staff, who vouch for it: the tablet may have been revoked
   */
  public record Tablet(Digest tokenHash, boolean rescued) {}

  /** How the patient's turn at the kiosk ended. */
  public enum Outcome {
    COMPLETE,
    STOPPED
  }

  public Submission {
    answers = Map.copyOf(answers);
    if (outcome == Outcome.COMPLETE && answers.isEmpty()) {
      throw new IllegalArgumentException("A complete response answers something");
    }
  }

  public Optional<Answer> answer(Item item) {
    return Optional.ofNullable(answers.get(item));
  }

  /** The same answers, of the visit that staff found for them. */
  public Submission of(Optional<VisitCode> visit) {
    return new Submission(
        id,
        facility,
        tablet,
        visit,
        touchpoint,
        channel,
        respondent,
        language,
        instrument,
        outcome,
        answers,
        extras,
        digest,
        answeredAt,
        receivedAt);
  }

  /** Neither answers nor token: this may end in a log. */
  @Override
  public String toString() {
    return "Submission[" + id + "]";
  }
}
