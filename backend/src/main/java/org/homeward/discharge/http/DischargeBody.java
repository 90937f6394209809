package org.homeward.discharge.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.Consent;
import org.homeward.discharge.Particulars;
import org.homeward.discharge.PhoneBook;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.Facility;
import org.homeward.facility.UnitId;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.survey.Catalogue;
import org.jspecify.annotations.Nullable;

/** A discharge as it is entered. */
record DischargeBody(
    @Nullable String visitNumber,
    @Nullable UUID unitId,
    @Nullable Instant dischargedAt,
    @Nullable String language,
    @Nullable String phone,
    @Nullable ConsentBody consent,
    @Nullable String zone) {

  /** The sentence that the patient agreed to. */
  record ConsentBody(@Nullable Integer wordingVersion, @Nullable String language) {}

  VisitNumber number() {
    try {
      return new VisitNumber(given("visitNumber", visitNumber));
    } catch (IllegalArgumentException e) {
      throw malformed("visitNumber");
    }
  }

  Particulars particulars(Reading reading) {
    return new Particulars(
        new UnitId(given("unitId", unitId)),
        reading.moment(given("dischargedAt", dischargedAt)),
        reading.language(given("language", language)),
        Optional.ofNullable(phone).filter(text -> !text.isBlank()).map(reading::phone),
        Optional.ofNullable(consent).map(reading::consent),
        Optional.ofNullable(zone).filter(text -> !text.isBlank()).map(reading::zone));
  }

  static Problem malformed(String field) {
    return new Problem(
        ProblemCode.DISCHARGE_MALFORMED,
        "The field \"%s\" is missing or cannot be read. Nothing was stored.".formatted(field));
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw malformed(field);
    }
    return value;
  }

  /** How what was typed is understood at a facility. */
  record Reading(Facility facility, Catalogue catalogue, PhoneBook phones, Instant now) {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration LATEST = Duration.ofDays(366);

    /** A year that is mistyped would hide the discharge from every chart. */
    boolean isPlausible(Instant moment) {
      return moment.isAfter(EARLIEST) && moment.isBefore(now.plus(LATEST));
    }

    Instant moment(Instant typed) {
      if (!isPlausible(typed)) {
        throw malformed("dischargedAt");
      }
      return typed;
    }

    String language(String code) {
      if (!catalogue.speaks(code)) {
        throw malformed("language");
      }
      return code;
    }

    PhoneNumber phone(String typed) {
      return phones
          .read(typed, facility.zone().getId())
          .orElseThrow(
              () ->
                  new Problem(
                      ProblemCode.PHONE_INVALID,
                      "This is not a phone number that can be texted. Write it with its country, like +1 202 555 0123. Nothing was stored."));
    }

    ZoneId zone(String name) {
      if (!ZoneId.getAvailableZoneIds().contains(name)) {
        throw malformed("zone");
      }
      return ZoneId.of(name);
    }

    Consent consent(ConsentBody body) {
      int version = given("consent.wordingVersion", body.wordingVersion());
      if (version < 1 || version > catalogue.consentVersion()) {
        throw malformed("consent.wordingVersion");
      }
      return new Consent(version, language(given("consent.language", body.language())), now);
    }
  }
}
