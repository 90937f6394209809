package org.homeward.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeward.app.ServiceUnderTest;

/** The packaged service as a process of its own, with the options that scripts/run gives it. */
final class Bed implements AutoCloseable {
  private final Process process;
  private final int port;
  private final Duration untilReady;

  private Bed(Process process, int port, Duration untilReady) {
    this.process = process;
    this.port = port;
    this.untilReady = untilReady;
  }

  static Bed start(Path data, Map<String, String> environment) throws IOException {
    int port = ServiceUnderTest.freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(System.getenv("HOMEWARD_JVM_OPTIONS").strip().split(" +", -1)));
    command.addAll(List.of("-jar", System.getenv("HOMEWARD_JAR")));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("HOMEWARD_DATA", data.toString());
    builder.environment().put("HOMEWARD_PORT", Integer.toString(port));
    builder.environment().put("HOMEWARD_ADMIN_PASSWORD", ServiceUnderTest.PASSWORD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long begin = System.nanoTime();
    Process process = builder.start();
    BufferedReader output =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); ; line = output.readLine()) {
      if (line == null) {
        throw new IOException("The service ended before it was ready");
      }
      if (line.startsWith("Homeward is ready")) {
        return new Bed(process, port, Duration.ofNanos(System.nanoTime() - begin));
      }
    }
  }

  int port() {
    return port;
  }

  Duration untilReady() {
    return untilReady;
  }

  /** Of the service's JVM alone, as the kernel counts it. */
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
