package org.homeward.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.token.Token;

/** Tokens with which a hospital's systems send discharges. */
public interface ServiceTokens {

  void add(Token token, String name, UUID createdBy, Instant expiresAt);

  /** The name of a token that holds now. */
  Optional<String> nameOf(Token token, Instant now);
}
