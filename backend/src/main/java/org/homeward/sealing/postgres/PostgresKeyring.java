package org.homeward.sealing.postgres;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.facility.FacilityId;
import org.homeward.sealing.Keyring;
import org.homeward.sealing.SealingKey;
import org.homeward.vault.Vault;

/**
 * Key pairs in PostgreSQL, the private halves sealed by the vault: a copy of the database alone
 * opens nothing, and every copy of the service that shares the vault's keys opens all.
 */
public final class PostgresKeyring implements Keyring {
  private final Database database;
  private final Vault vault;

  public PostgresKeyring(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public Optional<SealingKey> newest(FacilityId facility) {
    return database.row(
        """
        SELECT key_id, public_key, made_at FROM sealing_key
        WHERE facility_id = ? ORDER BY made_at DESC, key_id DESC LIMIT 1
        """,
        row ->
            new SealingKey(
                row.uuid("key_id"),
                Base64.getEncoder().encodeToString(row.bytes("public_key")),
                row.instant("made_at")),
        facility.value());
  }

  @Override
  public void add(FacilityId facility, SealingKey key, String privateKey) {
    database.change(
        """
        INSERT INTO sealing_key (facility_id, key_id, public_key, private_key, made_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        facility.value(),
        key.id(),
        Base64.getDecoder().decode(key.publicKey()),
        vault.seal(privateKey, place(facility, key.id())),
        key.madeAt());
  }

  @Override
  public Optional<String> privateKey(FacilityId facility, UUID key) {
    return database
        .row(
            """
            SELECT private_key FROM sealing_key
            WHERE facility_id = ? AND key_id = ? AND private_key IS NOT NULL
            """,
            row -> row.bytes("private_key"),
            facility.value(),
            key)
        .map(kept -> vault.open(kept, place(facility, key)));
  }

  @Override
  public void note(
      FacilityId facility, UUID kiosk, Optional<UUID> oldest, SealingKey given, Instant now) {
    database.change(
        """
        WITH said AS (
          SELECT key_id FROM sealing_key WHERE facility_id = ? AND key_id = CAST(? AS uuid)
        )
        INSERT INTO sealing_need AS before (facility_id, kiosk_id, key_id, heard_at)
        SELECT ?, ?, coalesce((SELECT key_id FROM said), ?), ?
        ON CONFLICT (facility_id, kiosk_id) DO UPDATE
        SET key_id = coalesce((SELECT key_id FROM said), before.key_id), heard_at = excluded.heard_at
        """,
        facility.value(),
        oldest.orElse(null),
        facility.value(),
        kiosk,
        given.id(),
        now);
  }

  @Override
  public void destroyUnneeded(
      FacilityId facility, Instant replacedBefore, Instant heardAfter, Instant now) {
    database.change(
        """
        UPDATE sealing_key old SET private_key = NULL, destroyed_at = ?
        WHERE facility_id = ? AND private_key IS NOT NULL
          AND EXISTS (
            SELECT 1 FROM sealing_key newer
            WHERE newer.facility_id = old.facility_id
              AND newer.made_at > old.made_at AND newer.made_at < ?)
          AND NOT EXISTS (
            SELECT 1 FROM sealing_need need
            JOIN sealing_key named ON named.facility_id = need.facility_id AND named.key_id = need.key_id
            WHERE need.facility_id = old.facility_id AND need.heard_at > ?
              AND named.made_at <= old.made_at)
        """,
        now,
        facility.value(),
        replacedBefore,
        heardAfter);
  }

  private static Vault.Place place(FacilityId facility, UUID key) {
    return Vault.Place.of("sealing_key.private_key", facility.value(), key);
  }
}
