package org.homeward.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** {@code HOMEWARD_DATA}, held by one process: the lock goes with the process, however it ends. */
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes the directory, readable by its owner only, when it is not there. */
  public static DataDirectory open(Path path) {
    try {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StorageUnusable(
            "Another Homeward is running on the data directory "
                + path
                + ". Stop it, or set HOMEWARD_DATA to another directory.");
      }
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new StorageUnusable(
          "The data directory %s cannot be used (%s). Set HOMEWARD_DATA to one that this user may write."
              .formatted(path, e),
          e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisVeryProcess) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
