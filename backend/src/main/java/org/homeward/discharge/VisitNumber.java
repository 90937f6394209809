package org.homeward.discharge;

import java.util.Optional;

/** The hospital's own key of the visit. */
public record VisitNumber(String text) {
  public VisitNumber {
    text = text.strip();
    if (text.isEmpty() || text.length() > 64 || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A visit number has 1 to 64 characters");
    }
  }

  /** Empty when it is none. */
  public static Optional<VisitNumber> typed(String text) {
    try {
      return Optional.of(new VisitNumber(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Not for logs: it leads to a patient. */
  @Override
  public String toString() {
    return "VisitNumber[]";
  }
}
