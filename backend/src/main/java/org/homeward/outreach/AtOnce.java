package org.homeward.outreach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on virtual threads that is waited for. What a task throws is thrown when all have ended. */
final class AtOnce {
  private AtOnce() {}

  /** Results in the order of the tasks. */
  static <T> List<T> all(List<Callable<T>> tasks) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while others were at work", e);
    }
  }

  /** The same work by so many. */
  static void each(int workers, Runnable work) {
    Callable<Boolean> task =
        () -> {
          work.run();
          return true;
        };
    all(Collections.nCopies(workers, task));
  }
}
