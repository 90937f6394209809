package org.homeward.response.http;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.discharge.VisitCode;
import org.homeward.facility.FacilityId;
import org.homeward.http.Json;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.response.Extras;
import org.homeward.response.Submission;
import org.homeward.survey.Answer;
import org.homeward.survey.Channel;
import org.homeward.survey.Item;
import org.homeward.survey.Respondent;
import org.homeward.survey.Touchpoint;
import org.homeward.token.Digest;
import org.jspecify.annotations.Nullable;

/** A submission as a kiosk writes it: made once, and the same bytes at each try. */
record SubmissionBody(
    @Nullable String visitCode,
    @Nullable String touchpoint,
    @Nullable String channel,
    @Nullable String respondent,
    @Nullable String language,
    @Nullable Integer instrument,
    @Nullable String outcome,
    @Nullable Map<String, String> answers,
    @Nullable List<String> explain,
    @Nullable String teachBack,
    @Nullable FollowUpBody followUp,
    @Nullable Instant answeredAt) {
  private static final int LONGEST_TEACH_BACK = 2_000;

  /** What is known of a submission besides its body. */
  record Circumstances(
      UUID id,
      FacilityId facility,
      Submission.Tablet tablet,
      Digest digest,
      Instant answeredAt,
      Instant receivedAt) {}

  static Submission read(byte[] bytes, Circumstances circumstances, Reading reading) {
    return Json.read(bytes, SubmissionBody.class).submission(circumstances, reading);
  }

  private Submission submission(Circumstances circumstances, Reading reading) {
    Submission.Outcome ended = ended();
    Map<Item, Answer> known = knownAnswers(ended);
    return new Submission(
        circumstances.id(),
        circumstances.facility(),
        circumstances.tablet(),
        visit(),
        known("touchpoint", touchpoint, Touchpoint::of),
        knownChannel(),
        known("respondent", respondent, Respondent::of),
        known("language", language, code -> Optional.of(code).filter(reading.catalogue()::speaks)),
        known(
            "instrument",
            instrument,
            version ->
                Optional.of(version).filter(v -> v >= 1 && v <= reading.catalogue().version())),
        ended,
        known,
        extras(circumstances, reading),
        circumstances.digest(),
        circumstances.answeredAt(),
        circumstances.receivedAt());
  }

  private Optional<VisitCode> visit() {
    return Optional.ofNullable(visitCode).map(SubmissionBody::visitCode);
  }

  static VisitCode visitCode(String typed) {
    return VisitCode.parse(typed)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemCode.VISIT_CODE_MALFORMED,
                    "The visit code has a wrong character. Compare it with the slip."));
  }

  private Channel knownChannel() {
    return known(
        "channel",
        channel,
        code -> Channel.of(code).filter(value -> value == Channel.KIOSK || value == Channel.STAFF));
  }

  private Submission.Outcome ended() {
    return known(
        "outcome",
        outcome,
        code ->
            switch (code) {
              case "complete" -> Optional.of(Submission.Outcome.COMPLETE);
              case "stopped" -> Optional.of(Submission.Outcome.STOPPED);
              default -> Optional.empty();
            });
  }

  private Map<Item, Answer> knownAnswers(Submission.Outcome ended) {
    Map<Item, Answer> known = new EnumMap<>(Item.class);
    (answers == null ? Map.<String, String>of() : answers)
        .forEach(
            (item, answer) ->
                known.put(known("answers", item, Item::of), known("answers", answer, Answer::of)));
    if (ended == Submission.Outcome.COMPLETE && known.isEmpty()) {
      throw new Problem(
          ProblemCode.RESPONSE_WITHOUT_ANSWERS,
          "A complete response answers at least one item; one without answers is \"stopped\".");
    }
    return known;
  }

  private Extras extras(Circumstances circumstances, Reading reading) {
    Set<Item> unclear =
        (explain == null ? List.<String>of() : explain)
            .stream().map(item -> known("explain", item, Item::of)).collect(Collectors.toSet());
    Optional<String> said =
        Optional.ofNullable(teachBack).map(String::strip).filter(text -> !text.isEmpty());
    if (said.filter(text -> text.length() > LONGEST_TEACH_BACK).isPresent()) {
      throw malformed("teachBack");
    }
    return new Extras(
        unclear,
        said,
        Optional.ofNullable(followUp)
            .flatMap(
                given ->
                    reading
                        .facility()
                        .apply(circumstances.facility())
                        .flatMap(
                            facility ->
                                given.read(
                                    facility,
                                    reading.catalogue(),
                                    reading.phones(),
                                    circumstances.answeredAt()))));
  }

  private static <A, T> T known(String field, @Nullable A given, Function<A, Optional<T>> meaning) {
    return Optional.ofNullable(given).flatMap(meaning).orElseThrow(() -> malformed(field));
  }

  private static Problem malformed(String field) {
    return new Problem(
        ProblemCode.RESPONSE_MALFORMED,
        "The field \"%s\" is missing or not one of its values. Nothing was stored."
            .formatted(field));
  }
}
