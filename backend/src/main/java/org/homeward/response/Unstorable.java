package org.homeward.response;

/**
 * The database refused a submission, or one of several that came together. Nothing of them was
 * stored.
 */
public final class Unstorable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unstorable(Throwable cause) {
    super("A submission could not be stored", cause);
  }
}
