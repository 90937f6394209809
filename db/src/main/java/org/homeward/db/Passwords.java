package org.homeward.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The embedded server's passwords: random, one file a role, readable by the service's user only.
 */
record Passwords(Path superuserFile, String superuser, String owner, String service) {

  static Passwords in(Path data) {
    Path directory = data.resolve("postgres-passwords");
    try {
      Files.createDirectories(directory);
      Path superuser = directory.resolve("superuser");
      return new Passwords(
          superuser,
          readOrMake(superuser),
          readOrMake(directory.resolve("owner")),
          readOrMake(directory.resolve("service")));
    } catch (IOException e) {
      throw new UncheckedIOException("The database's passwords cannot be kept", e);
    }
  }

  private static String readOrMake(Path file) throws IOException {
    if (Files.notExists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path unfinished = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, HexFormat.of().formatHex(random));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file);
  }

  @Override
  public String toString() {
    return "Passwords[]";
  }
}
