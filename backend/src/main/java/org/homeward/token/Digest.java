package org.homeward.token;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. */
public final class Digest {
  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The digest of some bytes. */
  public static Digest of(byte[] content) {
    return new Digest(Token.sha256(content));
  }

  /** A digest that was made before: 32 bytes. */
  public static Digest made(byte[] digest) {
    if (digest.length != 32) {
      throw new IllegalArgumentException("A SHA-256 digest has 32 bytes");
    }
    return new Digest(digest.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** 64 digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes, 0, 4) + "…";
  }
}
