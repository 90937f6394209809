package org.homeward.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Client threads that do one thing over and over for a while. */
record Load(int threads, Duration length) {

  /**
   * A client's turn; {@code until} tells it when to end (nanoTime), and it says how many it did.
   */
  interface Client {
    long run(int thread, long until) throws Exception;
  }

  /** How many a second all clients did together. */
  double rate(Client client) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      long begin = System.nanoTime();
      long until = begin + length.toNanos();
      List<Future<Long>> turns = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        Callable<Long> turn = () -> client.run(thread, until);
        turns.add(executor.submit(turn));
      }
      long done = 0;
      for (Future<Long> turn : turns) {
        done += turn.get();
      }
      return done / ((System.nanoTime() - begin) / 1e9);
    }
  }
}
