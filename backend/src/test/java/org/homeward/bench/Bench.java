package org.homeward.bench;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.outreach.OutreachBench;

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
    OutreachBench.Result texts;
    InboundBench.Result inbound;
    try (SandboxProcess sandbox = SandboxProcess.start()) {
      texts = OutreachBench.run(Files.createDirectory(directory.resolve("texts")), sandbox.url());
      inbound = InboundBench.run(Files.createDirectory(directory.resolve("inbound")), sandbox);
    }
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
    print("texts planned", rates(texts.planned()));
    print("texts started", rates(texts.started()));
    print("texts claimed and sent", rates(texts.sent()) + " (aim: 2,000)");
    print(
        "a start, 1 million plans : 10,000",
        "%.2f (aim: 1.5 or less; %.1f ms : %.1f ms)"
            .formatted(texts.claimRatio(), texts.many(), texts.few()));
    print(
        "reply webhook at 500/s, p99",
        "%.0f ms (aim: 50 or less), median %.1f ms, %d failed"
            .formatted(inbound.p99(), inbound.median(), inbound.failed()));
    Path json = results.resolve("bench.json");
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(
            json.toFile(),
            Map.ofEntries(
                entry("submissionsPerSecond", submission.submissions()),
                entry("rawInsertsPerSecond", submission.inserts()),
                entry("ratio", submission.medianRatio()),
                entry("residentMegabytesUnderLoad", submission.residentMegabytes()),
                entry("secondsToReady", start.untilReady().stream().map(Bench::seconds).toList()),
                entry("residentMegabytesIdle", start.residentMegabytes()),
                entry("textsPlannedPerSecond", texts.planned()),
                entry("textsStartedPerSecond", texts.started()),
                entry("textsSentPerSecond", texts.sent()),
                entry("claimRatio", texts.claimRatio()),
                entry("replyWebhookP99Milliseconds", inbound.p99())));
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
