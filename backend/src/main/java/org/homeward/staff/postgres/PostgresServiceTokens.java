package org.homeward.staff.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.staff.ServiceTokens;
import org.homeward.token.Token;

/** Service tokens in PostgreSQL. */
public final class PostgresServiceTokens implements ServiceTokens {
  private final Database database;

  public PostgresServiceTokens(Database database) {
    this.database = database;
  }

  @Override
  public void add(Token token, String name, UUID createdBy, Instant expiresAt) {
    database.change(
        """
        INSERT INTO service_token (facility_id, token_hash, name, created_by, expires_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        token.facility().value(),
        token.hash(),
        name,
        createdBy,
        expiresAt);
  }

  @Override
  public Optional<String> nameOf(Token token, Instant now) {
    return database.row(
        """
        SELECT name FROM service_token
        WHERE facility_id = ? AND token_hash = ? AND expires_at > ? AND revoked_at IS NULL
        """,
        row -> row.text("name"),
        token.facility().value(),
        token.hash(),
        now);
  }
}
