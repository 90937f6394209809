package org.homeward.db;

/**
 * The data directory or the database cannot be used as it was set. The message is for the person
 * who starts Homeward: it says what is wrong and what to do, and carries no password.
 */
public final class StorageUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StorageUnusable(String message) {
    super(message);
  }

  StorageUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
