package org.homeward.app;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in the opposite order, each whatever happens to the others. */
final class Opened implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Opened.class.getName());

  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    resources.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!resources.isEmpty()) {
      AutoCloseable resource = resources.pop();
      try {
        resource.close();
      } catch (Exception e) {
        LOG.log(
            System.Logger.Level.WARNING,
            resource.getClass().getSimpleName() + " could not be closed",
            e);
      }
    }
  }
}
