package org.homeward.discharge.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.Discharge;
import org.homeward.discharge.Entry;
import org.homeward.discharge.PhoneNumber;
import org.homeward.survey.Touchpoint;

/** A discharge as the API shows it: of the phone number its ending only. */
record DischargeView(
    UUID id,
    String visitNumber,
    String visitCode,
    UUID unitId,
    Instant dischargedAt,
    String language,
    Optional<String> phoneEnding,
    Optional<ConsentView> consent,
    Optional<String> zone,
    String standing,
    Instant createdAt,
    Optional<Instant> correctedAt,
    List<String> answered,
    Optional<String> outcome) {

  record ConsentView(Instant givenAt, int wordingVersion, String language) {}

  static DischargeView of(Discharge discharge) {
    return of(discharge, Optional.empty());
  }

  static DischargeView of(Entry entry) {
    String outcome =
        switch (entry) {
          case Entry.Created created -> "created";
          case Entry.Unchanged unchanged -> "unchanged";
          case Entry.Corrected corrected -> "corrected";
        };
    return of(entry.discharge(), Optional.of(outcome));
  }

  private static DischargeView of(Discharge discharge, Optional<String> outcome) {
    return new DischargeView(
        discharge.id(),
        discharge.visitNumber().text(),
        discharge.visitCode().text(),
        discharge.particulars().unit().value(),
        discharge.particulars().dischargedAt(),
        discharge.particulars().language(),
        discharge.particulars().phone().map(PhoneNumber::ending),
        discharge
            .particulars()
            .consent()
            .map(c -> new ConsentView(c.givenAt(), c.wordingVersion(), c.language())),
        discharge.particulars().zone().map(ZoneId::getId),
        discharge.standing().code(),
        discharge.createdAt(),
        discharge.correctedAt(),
        discharge.answered().stream().map(Touchpoint::code).toList(),
        outcome);
  }
}
