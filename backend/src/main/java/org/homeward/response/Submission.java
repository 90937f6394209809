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
 * @param tokenHash of the kiosk that submits; whether it is enrolled is decided where the response
 *     is stored
 * @param visitCode empty for a walk-up
 * @param digest of the bytes that were sent: the same bytes again are a replay
 * @param answeredAt by the server's clock
 */
public record Submission(
    UUID id,
    FacilityId facility,
    Digest tokenHash,
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

  /** Neither answers nor token: this may end in a log. */
  @Override
  public String toString() {
    return "Submission[" + id + "]";
  }
}
