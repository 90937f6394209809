package org.homeward.vault.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.homeward.vault.Vault;

/**
 * AES-256-GCM bound to facility, column and row by its associated data; look-up by HMAC-SHA-256 as
 * a keyed function.
 *
 * <p>The keys are two files under {@code keys/} of the data directory. Without them what is sealed
 * is lost: back them up together with the database.
 */
public final class TinkVault implements Vault {
  private static final int HASH_BYTES = 32;

  private final Aead sealing;
  private final PrfSet hashing;

  private TinkVault(Aead sealing, PrfSet hashing) {
    this.sealing = sealing;
    this.hashing = hashing;
  }

  /** Opens the keys in the data directory, and makes them where there are none. */
  public static TinkVault open(Path data) {
    try {
      AeadConfig.register();
      PrfConfig.register();
      Path keys = Files.createDirectories(data.resolve("keys"));
      KeysetHandle sealing =
          readOrMake(keys.resolve("sealing.json"), PredefinedAeadParameters.AES256_GCM);
      KeysetHandle hashing =
          readOrMake(keys.resolve("lookup.json"), PredefinedPrfParameters.HMAC_SHA256_PRF);
      return new TinkVault(
          sealing.getPrimitive(RegistryConfiguration.get(), Aead.class),
          hashing.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keys in the data directory cannot be used", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The keys in the data directory cannot be read", e);
    }
  }

  @Override
  public byte[] seal(String text, Place place) {
    try {
      return sealing.encrypt(text.getBytes(StandardCharsets.UTF_8), associated(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A text cannot be sealed", e);
    }
  }

  @Override
  public String open(byte[] sealed, Place place) {
    try {
      return new String(sealing.decrypt(sealed, associated(place)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new Unsealable(e);
    }
  }

  @Override
  public byte[] lookupHash(String text, UUID facility) {
    try {
      return hashing.computePrimary(
          (facility + "\n" + text).getBytes(StandardCharsets.UTF_8), HASH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A look-up hash cannot be made", e);
    }
  }

  private static byte[] associated(Place place) {
    return (place.facility() + "\n" + place.column() + "\n" + place.row())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static KeysetHandle readOrMake(Path file, com.google.crypto.tink.Parameters parameters)
      throws GeneralSecurityException, IOException {
    if (Files.notExists(file)) {
      KeysetHandle made = KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
      Path unfinished = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          unfinished,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              made, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return TinkJsonProtoKeysetFormat.parseKeyset(
        Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }
}
