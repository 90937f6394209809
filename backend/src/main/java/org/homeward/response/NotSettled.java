package org.homeward.response;

/**
 * It is not known whether a submission was stored: the store took too long, or is closing. The same
 * submission can be brought again.
 */
public final class NotSettled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSettled() {
    super("A submission was not settled in time");
  }
}
