package org.homeward.sms.sandbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The failures that are switched on. */
final class Failures {

  private final Map<Failure.Kind, Failure> set = new EnumMap<>(Failure.Kind.class);
  private long revision;

  synchronized void set(Failure failure) {
    set.put(failure.kind(), failure);
    revision++;
  }

  synchronized void clear() {
    set.clear();
    revision++;
  }

  synchronized void clear(Failure.Kind kind) {
    set.remove(kind);
    revision++;
  }

  /** The failure of this kind that befalls the present request, which it thereby counts. */
  synchronized Optional<Failure> take(Failure.Kind kind) {
    Failure failure = set.get(kind);
    if (failure == null) {
      return Optional.empty();
    }
    if (failure.times() == 1) {
      set.remove(kind);
    } else if (failure.times() > 1) {
      set.put(kind, failure.next(failure.times() - 1));
    }
    revision++;
    return Optional.of(failure);
  }

  synchronized List<Failure> all() {
    return List.copyOf(set.values());
  }

  synchronized long revision() {
    return revision;
  }
}
