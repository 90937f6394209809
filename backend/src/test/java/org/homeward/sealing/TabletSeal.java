package org.homeward.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/** Seals as a tablet does, with what its set-up gave it. */
public record TabletSeal(UUID facility, UUID key, String publicKey) {
  public static final String TYPE = "application/vnd.homeward.sealed";

  /** By the set-up that the service answered. */
  public static TabletSeal of(JsonNode setUp) {
    return new TabletSeal(
        UUID.fromString(setUp.at("/facility/id").asText()),
        UUID.fromString(setUp.at("/sealing/keyId").asText()),
        setUp.at("/sealing/publicKey").asText());
  }

  public byte[] seal(UUID response, String body) {
    try {
      byte[] sealed =
          encrypt()
              .encrypt(
                  body.getBytes(StandardCharsets.UTF_8),
                  ("homeward/response/1\n" + facility + "\n" + response)
                      .getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(17 + sealed.length)
          .put((byte) 1)
          .putLong(key.getMostSignificantBits())
          .putLong(key.getLeastSignificantBits())
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @AccessesPartialKey
  private HybridEncrypt encrypt() throws GeneralSecurityException {
    HybridConfig.register();
    HpkeParameters suite =
        HpkeParameters.builder()
            .setVariant(HpkeParameters.Variant.NO_PREFIX)
            .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
            .setAeadId(HpkeParameters.AeadId.AES_128_GCM)
            .build();
    HpkePublicKey point =
        HpkePublicKey.create(suite, Bytes.copyFrom(Base64.getDecoder().decode(publicKey)), null);
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(point).withRandomId().makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
  }
}
