package org.homeward.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From the JVM's start until the service is ready, on the embedded PostgreSQL and a data directory
 * that was used before.
 */
final class StartBench {
  private static final int STARTS = 5;

  /** The starts in the order in which they were made, and the memory of the last, idle. */
  record Result(List<Duration> untilReady, long residentMegabytes) {
    Duration median() {
      return untilReady.stream().sorted().toList().get(untilReady.size() / 2);
    }
  }

  static Result run(Path directory) throws Exception {
    List<Duration> times = new ArrayList<>();
    long resident = 0;
    for (int i = 0; i <= STARTS; i++) {
      try (Bed bed = Bed.start(directory, Map.of())) {
        if (i > 0) {
          times.add(bed.untilReady());
        }
        resident = bed.residentMegabytes();
      }
    }
    return new Result(times, resident);
  }

  private StartBench() {}
}
