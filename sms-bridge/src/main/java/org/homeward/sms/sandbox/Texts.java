package org.homeward.sms.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every text that the carrier holds, in the order they came. */
final class Texts implements AutoCloseable {

  private final Map<String, SandboxText> bySid = new LinkedHashMap<>();
  private final @Nullable Journal journal;
  private long revision;
  private boolean closed;

  Texts(@Nullable Path directory) {
    this.journal = directory == null ? null : new Journal(directory);
    if (journal != null) {
      journal.read().forEach(text -> bySid.put(text.sid(), text));
    }
  }

  synchronized void add(SandboxText text) {
    // A status report that is still under way when the carrier closes finds the journal closed.
    if (closed) {
      return;
    }
    bySid.put(text.sid(), text);
    revision++;
    if (journal != null) {
      journal.append(text);
    }
  }

  synchronized void change(String sid, UnaryOperator<SandboxText> change) {
    SandboxText text = bySid.get(sid);
    if (text != null) {
      add(change.apply(text));
    }
  }

  synchronized Optional<SandboxText> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  synchronized List<SandboxText> all() {
    return new ArrayList<>(bySid.values());
  }

  List<SandboxText> of(String phone) {
    return all().stream().filter(text -> text.phone().equals(phone)).toList();
  }

  synchronized long revision() {
    return revision;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (journal != null) {
      journal.close();
    }
  }
}
