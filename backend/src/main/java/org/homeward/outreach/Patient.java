package org.homeward.outreach;

import java.time.ZoneId;
import java.util.Optional;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.Standing;

/**
 * Whom a conversation is with, as it is true now.
 *
 * @param number empty when it was removed
 * @param zone the patient's, when it was entered
 * @param consented the consent for this very number holds
 */
public record Patient(
    Optional<PhoneNumber> number,
    Optional<ZoneId> zone,
    Standing standing,
    boolean consented,
    boolean suppressed) {

  /** Why no text may be started with them; empty when one may. */
  public Optional<String> objection() {
    if (standing != Standing.ACTIVE) {
      return Optional.of("discharge-" + standing.code());
    }
    if (number.isEmpty() || !consented) {
      return Optional.of("no-consent");
    }
    return suppressed ? Optional.of("suppressed") : Optional.empty();
  }
}
