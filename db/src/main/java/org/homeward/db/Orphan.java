package org.homeward.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived the service that started it: {@code kill -9} does not reach it. */
record Orphan(ProcessHandle process) {

  static Optional<Orphan> of(Path cluster) {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(pidFile);
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .filter(Orphan::isPostgres)
          .map(Orphan::new);
    } catch (IOException e) {
      throw new UncheckedIOException(pidFile + " cannot be read", e);
    }
  }

  /** After a reboot the number in the file may belong to another program. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(Path::of).stream()
        .anyMatch(command -> command.endsWith("postgres"));
  }

  void stop() {
    // SIGINT is PostgreSQL's fast shutdown: it ends sessions and checkpoints. ProcessHandle knows
    // SIGTERM only, which
    // waits for sessions to end by themselves.
    signal("-INT");
    try {
      process.onExit().get(60, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "PostgreSQL (process " + process.pid() + ") does not stop. Stop it, then start again.",
          e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
