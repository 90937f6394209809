package org.homeward.demonstration.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.homeward.demonstration.Story;
import org.homeward.facility.Facility;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Baseline;
import org.homeward.metrics.Change;
import org.homeward.survey.Answer;
import org.homeward.survey.Item;
import org.jspecify.annotations.Nullable;

/** Writes chapters by COPY. The triggers on responses count them, as they count all others. */
final class StoryCopy {
  private final Connection connection;
  private final int instrument;

  StoryCopy(Connection connection, int instrument) {
    this.connection = connection;
    this.instrument = instrument;
  }

  void write(Story.Chapter chapter) throws SQLException {
    UUID facility = chapter.facility().id().value();
    facility(chapter.facility());
    visits(facility, chapter.visits());
    replies(facility, chapter.replies());
    changes(facility, chapter.changes());
    baselines(facility, chapter.baselines());
  }

  private void facility(Facility facility) throws SQLException {
    UUID id = facility.id().value();
    copy(
        "facility (facility_id, name, zone, languages, callback_number, demonstration)",
        table ->
            table.row(
                id,
                facility.name(),
                facility.zone().getId(),
                facility.languages(),
                facility.callbackNumber().orElse(null),
                true));
    copy(
        "unit (facility_id, unit_id, name)",
        table -> facility.units().forEach(unit -> table.row(id, unit.id().value(), unit.name())));
    copy(
        "sender (address, facility_id)",
        table -> facility.senders().forEach(sender -> table.row(sender, id)));
  }

  private void visits(UUID facility, List<Story.Visit> visits) throws SQLException {
    copy(
        """
        discharge (facility_id, discharge_id, unit_id, visit_number, visit_code, discharged_at, day, language,
          standing, standing_at, created_at)""",
        table -> {
          for (Story.Visit visit : visits) {
            Instant at = visit.dischargedAt();
            table.row(
                facility,
                visit.id(),
                visit.unit().value(),
                visit.number(),
                visit.code().text(),
                at,
                visit.day(),
                visit.language(),
                visit.standing().code(),
                at,
                at);
          }
        });
  }

  private void replies(UUID facility, List<Story.Reply> replies) throws SQLException {
    copy(
        """
        response (facility_id, response_id, discharge_id, unit_id, touchpoint, channel, respondent, language,
          instrument, standing, day, diagnosis, diagnosis_channel, treatment, treatment_channel,
          next_steps, next_steps_channel, answered_at, received_at, closed_at)""",
        table -> {
          for (Story.Reply reply : replies) {
            table.row(
                facility,
                reply.id(),
                reply.visit().orElse(null),
                reply.unit().value(),
                reply.touchpoint().code(),
                reply.channel().code(),
                reply.respondent().code(),
                reply.language(),
                instrument,
                reply.standing(),
                reply.day(),
                answer(reply, Item.DIAGNOSIS),
                channel(reply, Item.DIAGNOSIS),
                answer(reply, Item.TREATMENT),
                channel(reply, Item.TREATMENT),
                answer(reply, Item.NEXT_STEPS),
                channel(reply, Item.NEXT_STEPS),
                reply.answeredAt(),
                reply.receivedAt(),
                reply.closedAt().orElse(null));
          }
        });
  }

  private static @Nullable String answer(Story.Reply reply, Item item) {
    Answer answer = reply.answers().get(item);
    return answer == null ? null : answer.code();
  }

  private static @Nullable String channel(Story.Reply reply, Item item) {
    return reply.answers().containsKey(item) ? reply.channel().code() : null;
  }

  private void changes(UUID facility, List<Change> changes) throws SQLException {
    copy(
        "change (facility_id, change_id, on_day, description, recorded_by, recorded_at)",
        table ->
            changes.forEach(
                change ->
                    table.row(
                        facility,
                        change.id().value(),
                        change.on(),
                        change.description(),
                        change.recordedBy(),
                        change.recordedAt())));
    copy(
        "change_unit (facility_id, change_id, unit_id)",
        table ->
            changes.forEach(
                change ->
                    change
                        .units()
                        .forEach(unit -> table.row(facility, change.id().value(), unit.value()))));
  }

  private void baselines(UUID facility, List<Baseline> baselines) throws SQLException {
    copy(
        """
        baseline (facility_id, baseline_id, unit_id, item, touchpoint, channel, language, period, first_day, last_day,
          centre_x, centre_n, points, frozen_at, frozen_by, reason)""",
        table -> {
          for (Baseline baseline : baselines) {
            table.row(
                facility,
                baseline.id().value(),
                baseline.series().unit().map(UnitId::value).orElse(null),
                baseline.series().measure().code(),
                baseline.series().touchpoint().code(),
                baseline.series().channel().code(),
                baseline.series().language().orElse(null),
                baseline.period().code(),
                baseline.firstDay(),
                baseline.lastDay(),
                baseline.centre().x(),
                baseline.centre().n(),
                baseline.points(),
                baseline.frozenAt(),
                baseline.frozenBy(),
                baseline.reason());
          }
        });
  }

  private void copy(String table, Consumer<CopyText> rows) throws SQLException {
    CopyText text = new CopyText();
    rows.accept(text);
    text.into(connection, table);
  }
}
