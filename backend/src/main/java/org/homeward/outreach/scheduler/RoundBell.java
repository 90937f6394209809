package org.homeward.outreach.scheduler;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.homeward.db.DatabaseUnavailable;
import org.homeward.facility.Facilities;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Bell;

/**
 * Does the rounds of one facility at once, on a thread of their own. Many rings become one: at most
 * one visit is under way for a facility, and one more waits.
 */
public final class RoundBell implements Bell, AutoCloseable {
  private final Facilities facilities;
  private final List<Round> rounds;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<FacilityId> rung = ConcurrentHashMap.newKeySet();
  private final Map<FacilityId, Lock> visits = new ConcurrentHashMap<>();

  /**
   * A bell for some of the rounds.
   *
   * @param rounds in this order: the later send what the earlier have written
   */
  public RoundBell(Facilities facilities, List<Round> rounds) {
    this.facilities = facilities;
    this.rounds = List.copyOf(rounds);
  }

  @Override
  public void ring(FacilityId facility) {
    if (!rung.add(facility)) {
      return;
    }
    try {
      executor.execute(() -> visit(facility));
    } catch (RejectedExecutionException closed) {
      rung.remove(facility);
    }
  }

  private void visit(FacilityId facility) {
    Lock visit = visits.computeIfAbsent(facility, id -> new ReentrantLock());
    visit.lock();
    try {
      // Before the work: what comes in from here on needs another visit.
      rung.remove(facility);
      facilities.find(facility).ifPresent(found -> Round.runAll(rounds, found));
    } catch (DatabaseUnavailable e) {
      // The rounds will come by when it is back.
    } finally {
      visit.unlock();
    }
  }

  /** Finishes the visits that are under way. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(15, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
