package org.homeward.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PostgreSQL's processes that outlived the service that started them: {@code kill -9} does not
 * reach them.
 *
 * <p>They are known by the program they run, which lies in the data directory. The number in {@code
 * postmaster.pid} proves little: it may belong to a stranger by now, and a server that was killed
 * itself leaves children that still write.
 */
record Orphans(Path programs) {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MILLIS = 10;

  List<ProcessHandle> running() {
    if (Files.notExists(programs)) {
      return List.of();
    }
    try {
      Path real = programs.toRealPath();
      return ProcessHandle.allProcesses()
          .filter(
              process ->
                  process.info().command().filter(c -> Path.of(c).startsWith(real)).isPresent())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends them, parents first. SIGINT is PostgreSQL's fast shutdown: it ends sessions and
   * checkpoints. ProcessHandle knows SIGTERM only, which waits for sessions to end by themselves.
   */
  void stop() {
    long end = System.nanoTime() + LONGEST.toNanos();
    Set<Long> told = new HashSet<>();
    List<ProcessHandle> running = running();
    while (!running.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new StorageUnusable(
            "PostgreSQL still runs from before and does not stop (processes %s). Stop it, then start again."
                .formatted(running.stream().map(ProcessHandle::pid).toList()));
      }
      eldest(running).stream().filter(told::add).forEach(Orphans::interrupt);
      pause();
      running = running();
    }
  }

  private static List<Long> eldest(List<ProcessHandle> running) {
    Set<Long> pids = running.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    return running.stream()
        .filter(process -> process.parent().filter(p -> pids.contains(p.pid())).isEmpty())
        .map(ProcessHandle::pid)
        .toList();
  }

  private static void interrupt(long pid) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
