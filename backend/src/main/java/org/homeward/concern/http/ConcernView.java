package org.homeward.concern.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.concern.Concern;
import org.homeward.survey.Item;
import org.jspecify.annotations.Nullable;

/** A concern as the API shows it. */
record ConcernView(
    UUID id,
    String kind,
    UUID unitId,
    @Nullable UUID dischargeId,
    @Nullable String visitNumber,
    List<String> items,
    Instant raisedAt,
    @Nullable Taken taken,
    @Nullable Ended ended) {

  record Taken(UUID by, String name, Instant at) {}

  record Ended(String outcome, Instant at) {}

  static ConcernView of(Concern concern) {
    return new ConcernView(
        concern.id().value(),
        concern.kind().code(),
        concern.unit().value(),
        concern.visit().map(Concern.Visit::discharge).orElse(null),
        concern.visit().map(visit -> visit.number().text()).orElse(null),
        concern.items().stream().map(Item::code).toList(),
        concern.raisedAt(),
        concern
            .taken()
            .map(taken -> new Taken(taken.person(), taken.name(), taken.at()))
            .orElse(null),
        concern.ended().map(ended -> new Ended(ended.outcome().code(), ended.at())).orElse(null));
  }

  /** It holds a visit number: not for logs. */
  @Override
  public String toString() {
    return "ConcernView[" + id + "]";
  }
}
