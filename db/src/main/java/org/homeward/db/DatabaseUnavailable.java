package org.homeward.db;

/**
 * The database could not be reached, or the connection was lost. Where it was lost during a commit,
 * the work may have been done: callers must be able to repeat it.
 */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(Throwable cause) {
    super("The database cannot be reached", cause);
  }
}
