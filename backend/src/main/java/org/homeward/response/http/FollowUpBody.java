package org.homeward.response.http;

import java.time.Instant;
import java.util.Optional;
import org.homeward.discharge.Consent;
import org.homeward.discharge.PhoneBook;
import org.homeward.facility.Facility;
import org.homeward.response.Extras;
import org.homeward.survey.Catalogue;
import org.jspecify.annotations.Nullable;

/** A number that a patient left to be texted at, and the sentence they agreed to. */
record FollowUpBody(@Nullable String number, @Nullable ConsentBody consent) {

  record ConsentBody(@Nullable Integer version, @Nullable String language) {}

  /**
   * Empty when it cannot be texted, or when it is not known what was agreed to: the answers count
   * all the same, and nobody is at the tablet any more to be asked again.
   */
  Optional<Extras.FollowUp> read(
      Facility facility, Catalogue catalogue, PhoneBook phones, Instant givenAt) {
    return Optional.ofNullable(number)
        .flatMap(typed -> phones.read(typed, facility.zone().getId()))
        .flatMap(
            phone ->
                agreed(catalogue, givenAt).map(agreement -> new Extras.FollowUp(phone, agreement)));
  }

  private Optional<Consent> agreed(Catalogue catalogue, Instant givenAt) {
    if (consent == null || consent.version() == null || consent.language() == null) {
      return Optional.empty();
    }
    int version = consent.version();
    boolean known = version >= 1 && version <= catalogue.consentVersion();
    return known && catalogue.speaks(consent.language())
        ? Optional.of(new Consent(version, consent.language(), givenAt))
        : Optional.empty();
  }

  /** Not the number: this may end in a log. */
  @Override
  public String toString() {
    return "FollowUpBody[]";
  }
}
