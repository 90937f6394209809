package org.homeward.token;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;

/**
 * A bearer token of a facility: the facility's id and 256 random bits, or 128 in the address of a
 * text, as base64url. Only its hash is stored, so that a copy of the database lets nobody in. So
 * many bits cannot be guessed, so the hash needs no salt and no stretching.
 */
public final class Token {
  private static final int SECRET_BYTES = 32;

  /**
   * At a million guesses a second for a million addresses at once, a hit in the life of one (weeks)
   * has a chance of about 10^-20.
   */
  private static final int BRIEF_SECRET_BYTES = 16;

  private static final int FACILITY_BYTES = 2 * Long.BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final FacilityId facility;
  private final byte[] secret;

  private Token(FacilityId facility, byte[] secret) {
    this.facility = facility;
    this.secret = secret;
  }

  public static Token random(FacilityId facility) {
    return new Token(facility, randomBytes(SECRET_BYTES));
  }

  /** For an address that has to fit into a text: 43 characters. */
  public static Token brief(FacilityId facility) {
    return new Token(facility, randomBytes(BRIEF_SECRET_BYTES));
  }

  /** Empty when the text is not a token's. */
  public static Optional<Token> parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      int secretBytes = bytes.remaining() - FACILITY_BYTES;
      if (secretBytes != SECRET_BYTES && secretBytes != BRIEF_SECRET_BYTES) {
        return Optional.empty();
      }
      FacilityId facility = new FacilityId(new UUID(bytes.getLong(), bytes.getLong()));
      byte[] secret = new byte[secretBytes];
      bytes.get(secret);
      return Optional.of(new Token(facility, secret));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  public FacilityId facility() {
    return facility;
  }

  /** What is given out, once. */
  public String text() {
    byte[] bytes =
        ByteBuffer.allocate(FACILITY_BYTES + secret.length)
            .putLong(facility.value().getMostSignificantBits())
            .putLong(facility.value().getLeastSignificantBits())
            .put(secret)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored. */
  public byte[] hash() {
    return sha256(secret);
  }

  @Override
  public String toString() {
    return "Token[facility=" + facility + "]";
  }

  public static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
