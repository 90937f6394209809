package org.homeward.response.postgres;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.facility.FacilityId;
import org.homeward.response.HeldAnswer;
import org.homeward.response.HeldAnswers;
import org.homeward.token.Digest;
import org.homeward.vault.Vault;

/** Held answers in PostgreSQL, their bodies sealed by the vault. */
public final class PostgresHeldAnswers implements HeldAnswers {
  private final Database database;
  private final Vault vault;

  public PostgresHeldAnswers(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public Kept hold(HeldAnswer answer, byte[] body, String by) {
    return database.transact(
        statements -> {
          statements.change(
              """
              INSERT INTO held_answer (facility_id, response_id, kiosk_id, visit_code, language, body,
                body_digest, answered_at, held_at, held_by)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT DO NOTHING
              """,
              answer.facility().value(),
              answer.id(),
              answer.kiosk(),
              answer.visitCode().orElse(null),
              answer.language(),
              vault.seal(
                  Base64.getEncoder().encodeToString(body), place(answer.facility(), answer.id())),
              answer.digest().bytes(),
              answer.answeredAt(),
              answer.heldAt(),
              by);
          return statements
              .row(
                  """
                  SELECT body_digest, settled_as FROM held_answer
                  WHERE facility_id = ? AND response_id = ?
                  """,
                  row -> kept(row, answer.digest()),
                  answer.facility().value(),
                  answer.id())
              .orElseThrow();
        });
  }

  private static Kept kept(Row row, Digest digest) {
    if (!Digest.made(row.bytes("body_digest")).equals(digest)) {
      return Kept.OTHERS;
    }
    return row.optionalText("settled_as")
        .map(as -> as.equals("removed") ? Kept.REMOVED : Kept.PLACED)
        .orElse(Kept.WAITING);
  }

  @Override
  public List<Waiting> waiting(FacilityId facility, Optional<UUID> after, int limit) {
    return database.rows(
        """
        SELECT h.facility_id, response_id, kiosk_id, visit_code, language, body_digest, answered_at,
          held_at, k.name AS tablet
        FROM held_answer h JOIN kiosk k USING (facility_id, kiosk_id)
        WHERE facility_id = ? AND settled_at IS NULL
          AND (CAST(? AS uuid) IS NULL OR response_id > CAST(? AS uuid))
        ORDER BY response_id LIMIT ?
        """,
        row -> new Waiting(answer(row), row.text("tablet")),
        facility.value(),
        after.orElse(null),
        after.orElse(null),
        limit);
  }

  @Override
  public Optional<Found> find(FacilityId facility, UUID id) {
    return database.row(
        """
        SELECT facility_id, response_id, kiosk_id, visit_code, language, body_digest, answered_at,
          held_at, body
        FROM held_answer WHERE facility_id = ? AND response_id = ? AND settled_at IS NULL
        """,
        row -> found(answer(row), vault.open(row.bytes("body"), place(facility, id))),
        facility.value(),
        id);
  }

  private static Found found(HeldAnswer answer, String body) {
    return new Found() {
      @Override
      public HeldAnswer answer() {
        return answer;
      }

      @Override
      public byte[] body() {
        return Base64.getDecoder().decode(body);
      }
    };
  }

  @Override
  public boolean settle(FacilityId facility, UUID id, As as, String by, Instant at) {
    return database.change(
            """
            UPDATE held_answer SET body = NULL, settled_at = ?, settled_by = ?, settled_as = ?
            WHERE facility_id = ? AND response_id = ? AND settled_at IS NULL
            """,
            at,
            by,
            as.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            facility.value(),
            id)
        == 1;
  }

  @Override
  public Optional<Digest> tablet(FacilityId facility, UUID kiosk) {
    return database.row(
        "SELECT token_hash FROM kiosk WHERE facility_id = ? AND kiosk_id = ?",
        row -> Digest.made(row.bytes("token_hash")),
        facility.value(),
        kiosk);
  }

  private static HeldAnswer answer(Row row) {
    return new HeldAnswer(
        new FacilityId(row.uuid("facility_id")),
        row.uuid("response_id"),
        row.uuid("kiosk_id"),
        row.optionalText("visit_code"),
        row.text("language"),
        Digest.made(row.bytes("body_digest")),
        row.instant("answered_at"),
        row.instant("held_at"));
  }

  private static Vault.Place place(FacilityId facility, UUID id) {
    return Vault.Place.of("held_answer.body", facility.value(), id);
  }
}
