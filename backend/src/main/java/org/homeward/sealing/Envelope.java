package org.homeward.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Sealed bytes as a tablet stores and sends them: one byte that names this format, the sixteen of
 * the key's id, then the encapsulated key and the ciphertext.
 */
final class Envelope {
  static final byte FORMAT = 1;
  private static final int HEADER = 1 + 2 * Long.BYTES;

  /** An uncompressed point of P-256, and the tag of AES-GCM over nothing. */
  private static final int LEAST = HEADER + 65 + 16;

  private final UUID key;
  private final byte[] sealed;

  private Envelope(UUID key, byte[] sealed) {
    this.key = key;
    this.sealed = sealed;
  }

  static Optional<Envelope> of(byte[] bytes) {
    if (bytes.length < LEAST || bytes[0] != FORMAT) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, 1, HEADER - 1);
    UUID key = new UUID(header.getLong(), header.getLong());
    return Optional.of(new Envelope(key, Arrays.copyOfRange(bytes, HEADER, bytes.length)));
  }

  UUID key() {
    return key;
  }

  Optional<byte[]> openedBy(Hpke.Opener opener, byte[] info) {
    return opener.open(sealed, info);
  }
}
