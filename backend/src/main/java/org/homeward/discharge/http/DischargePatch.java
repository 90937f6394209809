package org.homeward.discharge.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.discharge.Consent;
import org.homeward.discharge.Particulars;
import org.homeward.facility.UnitId;
import org.homeward.http.Json;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;

/** A correction: an absent field stays as it was; a null phone, consent or zone is removed. */
record DischargePatch(JsonNode patch, DischargeBody.Reading reading) {
  private static final Set<String> FIELDS =
      Set.of("unitId", "dischargedAt", "language", "phone", "consent", "zone");

  DischargePatch {
    if (!patch.isObject()
        || !patch.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()))) {
      throw new Problem(
          ProblemCode.JSON_MALFORMED,
          "A correction is an object of unitId, dischargedAt, language, phone, consent and zone. Nothing was stored.");
    }
  }

  Particulars applied(Particulars old) {
    return new Particulars(
        patch.has("unitId") ? unit() : old.unit(),
        patch.has("dischargedAt") ? dischargedAt() : old.dischargedAt(),
        patch.has("language") ? reading.language(text("language")) : old.language(),
        patch.has("phone") ? present("phone").map(p -> reading.phone(text("phone"))) : old.phone(),
        patch.has("consent") ? present("consent").map(this::consent) : old.consent(),
        patch.has("zone") ? present("zone").map(z -> reading.zone(text("zone"))) : old.zone());
  }

  private UnitId unit() {
    try {
      return new UnitId(UUID.fromString(text("unitId")));
    } catch (IllegalArgumentException e) {
      throw DischargeBody.malformed("unitId");
    }
  }

  private Instant dischargedAt() {
    try {
      return reading.moment(OffsetDateTime.parse(text("dischargedAt")).toInstant());
    } catch (DateTimeException e) {
      throw DischargeBody.malformed("dischargedAt");
    }
  }

  private Consent consent(JsonNode consent) {
    return reading.consent(Json.read(Json.write(consent), DischargeBody.ConsentBody.class));
  }

  private Optional<JsonNode> present(String field) {
    return Optional.ofNullable(patch.get(field)).filter(value -> !value.isNull());
  }

  private String text(String field) {
    JsonNode value = patch.get(field);
    if (value == null || !value.isTextual()) {
      throw DischargeBody.malformed(field);
    }
    return value.textValue();
  }
}
