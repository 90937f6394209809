package org.homeward.response.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.homeward.db.Database;
import org.homeward.db.DatabaseUnavailable;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.response.Receipt;
import org.homeward.response.Responses;
import org.homeward.response.Submission;
import org.homeward.response.Unstorable;
import org.homeward.survey.Answer;
import org.homeward.survey.Item;
import org.homeward.token.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Responses in PostgreSQL. One statement authenticates, finds the visit and stores; the unique keys
 * decide what is new. Only what was not new is looked at again.
 */
public final class PostgresResponses implements Responses {
  private final Database database;
  private final PostgresExtras extras;

  public PostgresResponses(Database database, PostgresExtras extras) {
    this.database = database;
    this.extras = extras;
  }

  /**
   * A transaction belongs to one facility. Within it, an id twice in one batch is a replay of
   * itself.
   */
  @Override
  public List<Receipt> store(List<Submission> submissions) {
    Map<FacilityId, List<Integer>> positions = new LinkedHashMap<>();
    for (int i = 0; i < submissions.size(); i++) {
      positions
          .computeIfAbsent(submissions.get(i).facility(), facility -> new ArrayList<>())
          .add(i);
    }
    Receipt[] receipts = new Receipt[submissions.size()];
    positions.forEach(
        (facility, indices) -> {
          List<Submission> own = indices.stream().map(submissions::get).toList();
          List<Receipt> stored = storeOfFacility(facility, own);
          for (int i = 0; i < indices.size(); i++) {
            receipts[indices.get(i)] = stored.get(i);
          }
        });
    return Arrays.asList(receipts);
  }

  private List<Receipt> storeOfFacility(FacilityId facility, List<Submission> submissions) {
    try {
      return database.transact(statements -> storeOfFacility(statements, facility, submissions));
    } catch (DatabaseUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Unstorable(e);
    }
  }

  private List<Receipt> storeOfFacility(
      Statements statements, FacilityId facility, List<Submission> submissions) {
    List<First> firsts = insert(statements, facility, submissions);
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < submissions.size(); i++) {
      Submission submission = submissions.get(i);
      receipts.add(
          switch (firsts.get(i)) {
            case STORED -> new Receipt.Accepted(counted(submission));
            case KIOSK_UNKNOWN -> new Receipt.KioskUnknown();
            case KIOSK_REVOKED -> new Receipt.KioskRevoked();
            case VISIT_UNKNOWN ->
                existing(statements, submission).orElseGet(Receipt.VisitUnknown::new);
            case THERE_ALREADY ->
                existing(statements, submission).orElseGet(() -> supersede(statements, submission));
          });
      if (!submission.extras().isEmpty() && receipts.get(i) instanceof Receipt.Accepted) {
        extras.keep(statements, submission);
      }
    }
    return receipts;
  }

  private enum First {
    STORED,
    KIOSK_UNKNOWN,
    KIOSK_REVOKED,
    VISIT_UNKNOWN,
    THERE_ALREADY
  }

  /**
   * ON CONFLICT names no key: it stands for the id and for the touchpoint alike, also between rows
   * of this batch, and waits for a concurrent transaction that holds either.
   */
  private static List<First> insert(
      Statements statements, FacilityId facility, List<Submission> submissions) {
    List<First> firsts =
        statements.rows(
            INSERT,
            row -> First.valueOf(row.text("first")),
            parameters(facility, submissions, "complete"));
    if (firsts.size() != submissions.size()) {
      throw new IllegalStateException("A submission was lost between the service and the database");
    }
    return firsts;
  }

  private static final String INSERT =
      """
      WITH submitted AS (
        SELECT * FROM unnest(
          CAST(? AS uuid[]), CAST(? AS bytea[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
          CAST(? AS text[]), CAST(? AS text[]), CAST(? AS integer[]), CAST(? AS text[]), CAST(? AS text[]),
          CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS bytea[]), CAST(? AS timestamptz[]),
          CAST(? AS timestamptz[]), CAST(? AS boolean[]))
        WITH ORDINALITY AS s (response_id, token_hash, visit_code, touchpoint, channel,
          respondent, language, instrument, standing, diagnosis,
          treatment, next_steps, explain, body_digest, answered_at, received_at, rescued, position)
      ), resolved AS (
        SELECT s.*, k.kiosk_id, k.revoked_at, k.unit_id AS kiosk_unit_id,
          d.discharge_id, d.unit_id AS discharge_unit_id, d.day AS discharge_day, f.facility_id, f.zone
        FROM submitted s
        LEFT JOIN facility f ON f.facility_id = ?
        LEFT JOIN kiosk k ON k.facility_id = f.facility_id AND k.token_hash = s.token_hash
        LEFT JOIN discharge d ON d.facility_id = f.facility_id AND d.visit_code = s.visit_code
          AND d.standing <> 'cancelled'
      ), stored AS (
        INSERT INTO response (facility_id, response_id, discharge_id, unit_id, kiosk_id, touchpoint, channel,
          respondent, language, instrument, standing, day,
          diagnosis, diagnosis_channel, treatment, treatment_channel, next_steps, next_steps_channel, explain,
          body_digest, answered_at, received_at, closed_at)
        SELECT facility_id, response_id, discharge_id, coalesce(discharge_unit_id, kiosk_unit_id), kiosk_id, touchpoint, channel,
          respondent, language, instrument, standing, coalesce(discharge_day, CAST(answered_at AT TIME ZONE zone AS date)),
          diagnosis, CASE WHEN diagnosis IS NOT NULL THEN channel END,
          treatment, CASE WHEN treatment IS NOT NULL THEN channel END,
          next_steps, CASE WHEN next_steps IS NOT NULL THEN channel END, string_to_array(explain, ' '),
          body_digest, answered_at, received_at, received_at
        FROM resolved
        WHERE kiosk_id IS NOT NULL AND (revoked_at IS NULL OR rescued) AND (visit_code IS NULL OR discharge_id IS NOT NULL)
        ON CONFLICT DO NOTHING
        RETURNING response_id, body_digest
      )
      SELECT CASE
          WHEN r.kiosk_id IS NULL THEN 'KIOSK_UNKNOWN'
          WHEN r.revoked_at IS NOT NULL AND NOT r.rescued THEN 'KIOSK_REVOKED'
          WHEN r.visit_code IS NOT NULL AND r.discharge_id IS NULL THEN 'VISIT_UNKNOWN'
          WHEN t.response_id IS NULL OR t.body_digest <> r.body_digest
            OR row_number() OVER (PARTITION BY r.response_id ORDER BY r.position) > 1 THEN 'THERE_ALREADY'
          ELSE 'STORED'
        END AS first
      FROM resolved r LEFT JOIN stored t ON t.response_id = r.response_id
      ORDER BY r.position
      """;

  /**
   * What is stored under the submission's id, if anything: seen after the insert, so also what just
   * got in before us.
   */
  private static Optional<Receipt> existing(Statements statements, Submission submission) {
    return statements.row(
        """
        SELECT standing, body_digest FROM response WHERE facility_id = ? AND response_id = ?
        """,
        row -> receiptOfExisting(row, submission),
        submission.facility().value(),
        submission.id());
  }

  private static Receipt receiptOfExisting(Row row, Submission submission) {
    String standing = row.text("standing");
    if (standing.equals("erased")) {
      return new Receipt.Erased();
    }
    boolean same =
        row.optionalBytes("body_digest").map(Digest::made).equals(Optional.of(submission.digest()));
    if (!same) {
      return new Receipt.Conflicting();
    }
    return new Receipt.Replayed(
        switch (standing) {
          case "superseded" -> Receipt.Standing.SUPERSEDED;
          case "stopped" -> Receipt.Standing.STOPPED;
          default -> Receipt.Standing.COUNTED;
        });
  }

  /** The touchpoint was taken: kept all the same, and acknowledged like the first. */
  private static Receipt supersede(Statements statements, Submission submission) {
    List<First> second =
        statements.rows(
            INSERT,
            row -> First.valueOf(row.text("first")),
            parameters(submission.facility(), List.of(submission), "superseded"));
    if (second.getFirst() != First.STORED) {
      // The same id was stored by another transaction between the two statements.
      return existing(statements, submission)
          .orElseThrow(() -> new IllegalStateException("Neither stored nor there"));
    }
    return new Receipt.Accepted(Receipt.Standing.SUPERSEDED);
  }

  private static Receipt.Standing counted(Submission submission) {
    return switch (submission.outcome()) {
      case COMPLETE -> Receipt.Standing.COUNTED;
      case STOPPED -> Receipt.Standing.STOPPED;
    };
  }

  private static Object[] parameters(
      FacilityId facility, List<Submission> submissions, String standingOfComplete) {
    return new Object[] {
      column(submissions, UUID[]::new, Submission::id),
      column(submissions, byte[][]::new, s -> s.tablet().tokenHash().bytes()),
      column(submissions, String[]::new, s -> s.visitCode().map(c -> c.text()).orElse(null)),
      column(submissions, String[]::new, s -> s.touchpoint().code()),
      column(submissions, String[]::new, s -> s.channel().code()),
      column(submissions, String[]::new, s -> s.respondent().code()),
      column(submissions, String[]::new, Submission::language),
      column(submissions, Integer[]::new, Submission::instrument),
      column(
          submissions,
          String[]::new,
          s -> s.outcome() == Submission.Outcome.STOPPED ? "stopped" : standingOfComplete),
      column(submissions, String[]::new, s -> answer(s, Item.DIAGNOSIS)),
      column(submissions, String[]::new, s -> answer(s, Item.TREATMENT)),
      column(submissions, String[]::new, s -> answer(s, Item.NEXT_STEPS)),
      column(submissions, String[]::new, PostgresResponses::explain),
      column(submissions, byte[][]::new, s -> s.digest().bytes()),
      column(submissions, String[]::new, s -> s.answeredAt().toString()),
      column(submissions, String[]::new, s -> s.receivedAt().toString()),
      column(submissions, Boolean[]::new, s -> s.tablet().rescued()),
      facility.value()
    };
  }

  private static @Nullable String answer(Submission submission, Item item) {
    return submission.answer(item).map(Answer::code).orElse(null);
  }

  /** Codes with a space between them: arrays of arrays cannot be sent. */
  private static @Nullable String explain(Submission submission) {
    String codes =
        Arrays.stream(Item.values())
            .filter(submission.extras().explain()::contains)
            .map(Item::code)
            .collect(Collectors.joining(" "));
    return codes.isEmpty() ? null : codes;
  }

  private static <T> @Nullable T[] column(
      List<Submission> submissions,
      IntFunction<@Nullable T[]> array,
      Function<Submission, @Nullable T> value) {
    @Nullable T[] column = array.apply(submissions.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(submissions.get(i));
    }
    return column;
  }
}
