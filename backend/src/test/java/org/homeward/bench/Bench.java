package org.homeward.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the benchmarks, prints a table and writes JSON. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    // Beside the results rather than in /tmp, which may be memory: durable means a disk.
    Path results = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
    Path directory = Files.createTempDirectory(results, "data");
    SubmissionBench.Result submission =
        new SubmissionBench().run(Files.createDirectory(directory.resolve("submission")));
    StartBench.Result start = StartBench.run(Files.createDirectory(directory.resolve("start")));
    print("submissions over HTTP, durable", rates(submission.submissions()));
    print("raw prepared inserts, JDBC", rates(submission.inserts()));
    print("ratio, median of rounds", "%.2f (aim: 0.8 or more)".formatted(submission.medianRatio()));
    print(
        "service resident under load",
        "%d MB (aim: 256 or less)".formatted(submission.residentMegabytes()));
    print(
        "start to ready, kept data, median",
        "%.2f s (aim: 2 or less)".formatted(seconds(start.median())));
    print("service resident, idle", start.residentMegabytes() + " MB");
    Path json = results.resolve("bench.json");
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(
            json.toFile(),
            Map.of(
                "submissionsPerSecond", submission.submissions(),
                "rawInsertsPerSecond", submission.inserts(),
                "ratio", submission.medianRatio(),
                "residentMegabytesUnderLoad", submission.residentMegabytes(),
                "secondsToReady", start.untilReady().stream().map(Bench::seconds).toList(),
                "residentMegabytesIdle", start.residentMegabytes()));
    delete(directory);
  }

  private static void print(String what, String figure) {
    System.out.printf(Locale.ROOT, "%-36s %s%n", what, figure);
  }

  private static String rates(List<Double> rates) {
    return rates.stream()
        .map(rate -> String.format(Locale.ROOT, "%,.0f", rate))
        .reduce((a, b) -> a + "  " + b)
        .orElse("")
        .concat(" /s");
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static void delete(Path directory) throws Exception {
    try (var files = Files.walk(directory)) {
      files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
