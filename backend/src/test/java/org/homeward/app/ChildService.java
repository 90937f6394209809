package org.homeward.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service as a process of its own, as {@code scripts/run} starts it. */
final class ChildService {
  private final Process process;
  private final Path data;
  private final Path output;
  private final int port;

  private ChildService(Process process, Path data, Path output, int port) {
    this.process = process;
    this.data = data;
    this.output = output;
    this.port = port;
  }

  static ChildService launch(Path data, int port, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile(data.getParent(), "service", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(
              ProcessHandle.current().info().command().orElseThrow(),
              "-XX:+UseSerialGC",
              "-Xmx160m",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              Main.class.getName());
      builder.environment().keySet().removeIf(name -> name.startsWith("HOMEWARD_"));
      builder
          .environment()
          .putAll(
              Map.of(
                  "HOMEWARD_DATA", data.toString(),
                  "HOMEWARD_PORT", Integer.toString(port),
                  "HOMEWARD_ADMIN_PASSWORD", ServiceUnderTest.PASSWORD));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      return new ChildService(builder.start(), data, output, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://localhost:" + port);
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ChildService awaitReady() throws InterruptedException {
    Eventually.holds(
        "the service is ready",
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("The service ended: " + output());
          }
          return output().contains("Homeward is ready");
        });
    return this;
  }

  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The service does not end: " + output());
    }
    return process.exitValue();
  }

  /** SIGTERM. */
  int stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** SIGKILL to the service. PostgreSQL is left behind. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGKILL to the service, to PostgreSQL and to all of its processes, as a power cut would. */
  void killWithDatabase() throws InterruptedException {
    List<ProcessHandle> all = new ArrayList<>(postgres(data));
    all.forEach(ProcessHandle::destroyForcibly);
    kill();
    Eventually.holds("PostgreSQL is dead", () -> all.stream().noneMatch(ChildService::isRunning));
  }

  /** The postmaster of a data directory and its children. */
  static List<ProcessHandle> postgres(Path data) {
    return postmaster(data).stream()
        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
        .filter(ChildService::isRunning)
        .toList();
  }

  static Optional<ProcessHandle> postmaster(Path data) {
    Path file = data.resolve("postgres/postmaster.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A dead process that nobody has waited for has a number still, but no program. */
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
