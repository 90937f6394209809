package org.homeward.response;

import java.util.Optional;
import java.util.Set;
import org.homeward.discharge.Consent;
import org.homeward.discharge.PhoneNumber;
import org.homeward.survey.Item;

/**
 * What a patient says besides the answers, which few do.
 *
 * @param explain what somebody should explain before they leave
 * @param teachBack what they will do first at home, in their own words
 * @param followUp where to text them, and that they agreed to it
 */
public record Extras(Set<Item> explain, Optional<String> teachBack, Optional<FollowUp> followUp) {
  private static final Extras NONE = new Extras(Set.of(), Optional.empty(), Optional.empty());

  public Extras {
    explain = Set.copyOf(explain);
  }

  public record FollowUp(PhoneNumber number, Consent consent) {}

  public static Extras none() {
    return NONE;
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Nothing of it: it may end in a log. */
  @Override
  public String toString() {
    return "Extras[]";
  }
}
