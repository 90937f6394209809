package org.homeward.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/run} as a person in a terminal has it. */
@EnabledOnOs(OS.LINUX)
class RunScriptIT {
  private static final Path JAR = Path.of("target/homeward.jar");

  /** The first one after a build also trains the class cache. */
  private static final Duration LONGEST_FIRST_START = Duration.ofMinutes(3);

  @TempDir private Path directory;

  @BeforeAll
  static void theJarIsNew() throws Exception {
    assumeTrue(Files.exists(JAR), "the jar is built");
    // It was packaged just now; the script must not build in the middle of this build.
    Files.setLastModifiedTime(JAR, FileTime.from(Instant.now()));
  }

  @Test
  void controlCEndsServiceSandboxAndPostgres() throws Exception {
    Terminal terminal = new Terminal("first");
    List<ProcessHandle> all;
    try {
      terminal.awaitReady();
      all =
          Stream.concat(terminal.process.descendants(), ChildService.postgres(data()).stream())
              .toList();
      assertTrue(all.size() > 4, "service, sandbox and PostgreSQL with its children: " + all);
    } finally {
      terminal.controlC();
    }
    assertEquals(0, terminal.awaitEnd(), terminal.output());
    Eventually.holds("nothing is left", () -> all.stream().noneMatch(ChildService::isRunning));
    assertFalse(
        Files.exists(data().resolve("postgres/postmaster.pid")), "it was shut down, not killed");
  }

  @Test
  void aSecondOneOnTheSameDataDirectorySaysSoAndLeavesTheFirstAlone() throws Exception {
    Terminal first = new Terminal("first");
    try {
      first.awaitReady();
      Terminal second = new Terminal("second");
      assertNotEquals(0, second.awaitEnd());
      assertTrue(
          second.output().contains("Another Homeward is running on the data directory"),
          second.output());
      assertEquals(200, new Browser(first.url()).get("/health/ready").status());
    } finally {
      first.controlC();
    }
    assertEquals(0, first.awaitEnd(), first.output());
  }

  private final int port = ServiceUnderTest.freePort();
  private final int sandboxPort = ServiceUnderTest.freePort();

  private Path data() {
    return directory.resolve("data");
  }

  /** A process group of its own, as a terminal gives to what it starts. */
  private final class Terminal {
    private final Process process;
    private final Path output;

    Terminal(String name) throws Exception {
      output = directory.resolve(name + ".log");
      // What runs these tests in the background ignores SIGINT, and a shell cannot undo that.
      ProcessBuilder builder =
          new ProcessBuilder("setsid", "env", "--default-signal=INT", "../scripts/run", "--empty")
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(variable -> variable.startsWith("HOMEWARD_"));
      builder
          .environment()
          .putAll(
              Map.of(
                  "JAVA_HOME", System.getProperty("java.home"),
                  "HOMEWARD_DATA", data().toString(),
                  "HOMEWARD_PORT", Integer.toString(port),
                  "HOMEWARD_SANDBOX_PORT", Integer.toString(sandboxPort)));
      process = builder.start();
    }

    java.net.URI url() {
      return java.net.URI.create("http://localhost:" + port);
    }

    String output() throws Exception {
      return Files.readString(output);
    }

    void awaitReady() throws Exception {
      Eventually.holds(
          "scripts/run says that it is ready",
          LONGEST_FIRST_START,
          () -> {
            try {
              assertTrue(process.isAlive(), output());
              return output().contains("Homeward is ready: " + url());
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          });
    }

    void controlC() throws Exception {
      new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
    }

    int awaitEnd() throws Exception {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), output());
      return process.exitValue();
    }
  }
}
