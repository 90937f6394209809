package org.homeward.discharge;

/** The hospital's own key of the visit. */
public record VisitNumber(String text) {
  public VisitNumber {
    text = text.strip();
    if (text.isEmpty() || text.length() > 64 || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A visit number has 1 to 64 characters");
    }
  }

  /** Not for logs: it leads to a patient. */
  @Override
  public String toString() {
    return "VisitNumber[]";
  }
}
