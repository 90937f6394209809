package org.homeward.db;

/**
 * The database refused values: a unique key, a reference or a range. The transaction was rolled
 * back.
 */
public final class ConstraintViolated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String constraint;

  /** The values stay out of the message: they may be a patient's. */
  ConstraintViolated(String constraint) {
    super("Constraint " + constraint + " is violated");
    this.constraint = constraint;
  }

  public String constraint() {
    return constraint;
  }
}
