package org.homeward.sealing.tink;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.homeward.sealing.Hpke;

/** HPKE by Tink, without Tink's own prefix: what any RFC 9180 library seals opens here. */
public final class TinkHpke implements Hpke {
  private final HpkeParameters suite;

  public TinkHpke() {
    try {
      HybridConfig.register();
      suite =
          HpkeParameters.builder()
              .setVariant(HpkeParameters.Variant.NO_PREFIX)
              .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
              .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
              .setAeadId(HpkeParameters.AeadId.AES_128_GCM)
              .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink has no HPKE", e);
    }
  }

  @Override
  @AccessesPartialKey
  public Pair generate() {
    try {
      KeysetHandle made = KeysetHandle.generateNew(suite, RegistryConfiguration.get());
      HpkePrivateKey key = (HpkePrivateKey) made.getPrimary().getKey();
      return new Pair(
          Base64.getEncoder().encodeToString(key.getPublicKey().getPublicKeyBytes().toByteArray()),
          TinkJsonProtoKeysetFormat.serializeKeyset(
              made, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key pair cannot be made", e);
    }
  }

  @Override
  public Opener opener(String privateKey) {
    HybridDecrypt decrypt = decrypt(privateKey);
    return (letter, info) -> {
      try {
        return Optional.of(decrypt.decrypt(letter, info));
      } catch (GeneralSecurityException e) {
        return Optional.empty();
      }
    };
  }

  private static HybridDecrypt decrypt(String privateKey) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
              privateKey, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
          .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A kept private key cannot be read", e);
    }
  }
}
