package org.homeward.sealing;

import java.util.Optional;

/**
 * Hybrid public key encryption (RFC 9180) in base mode and the one suite that every tablet's
 * browser has: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM.
 */
public interface Hpke {
  Pair generate();

  /**
   * A new key pair.
   *
   * @param publicKey as {@link SealingKey} has it
   * @param privateKey in the adapter's own writing; whoever has it can open
   */
  record Pair(String publicKey, String privateKey) {
    @Override
    public String toString() {
      return "Pair[]";
    }
  }

  Opener opener(String privateKey);

  /** Opens what was sealed to one key. */
  @FunctionalInterface
  interface Opener {
    /**
     * Empty when it was altered, or sealed to another key or in another context.
     *
     * @param sealed the encapsulated key, followed by the ciphertext
     */
    Optional<byte[]> open(byte[] sealed, byte[] info);
  }
}
