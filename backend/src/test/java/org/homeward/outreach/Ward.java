package org.homeward.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.db.Database;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;
import org.homeward.sms.sandbox.SandboxText;
import org.homeward.token.Token;
import org.homeward.vault.Vault;

/** A facility of one test's own: its discharges, and what is in its tables. */
final class Ward {
  final Facility facility;
  final String sender;
  final UnitId unit;

  private final OutreachUnderTest outreach;
  private final Database database;

  private Ward(OutreachUnderTest outreach, Facility facility, UnitId unit, String sender) {
    this.outreach = outreach;
    this.database = outreach.database;
    this.facility = facility;
    this.unit = unit;
    this.sender = sender;
  }

  /** A patient who has left. */
  record Patient(UUID discharge, String phone) {}

  static Ward open(OutreachUnderTest outreach, String zone) {
    FacilityId id = new FacilityId(outreach.ids.next());
    UnitId unit = new UnitId(outreach.ids.next());
    String sender = number("+1202");
    outreach.facilities.add(
        new Facility(
            id,
            "Mercy Hospital",
            ZoneId.of(zone),
            List.of("en", "es"),
            Optional.of("+12025550100"),
            false,
            List.of(),
            List.of()));
    outreach.facilities.addUnit(id, new Unit(unit, "Ward 7"));
    outreach.facilities.addSender(id, sender);
    return new Ward(outreach, outreach.facilities.find(id).orElseThrow(), unit, sender);
  }

  static String number(String prefix) {
    return prefix + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
  }

  /** Left three days ago with a number and a consent: due at once. */
  Patient patient() {
    return patient(facility.dayOf(outreach.clock.instant()).minusDays(3), "en", number("+1303"));
  }

  Patient patient(LocalDate day, String language, String phone) {
    UUID discharge = discharge(day, language);
    contact(discharge, phone);
    consent(discharge, phone);
    return new Patient(discharge, phone);
  }

  UUID discharge(LocalDate day, String language) {
    UUID discharge = outreach.ids.next();
    String code =
        discharge.toString().replace("-", "").substring(24).toUpperCase(java.util.Locale.ROOT);
    Instant at = day.atTime(15, 0).atZone(facility.zone()).toInstant();
    database.change(
        """
        INSERT INTO discharge (facility_id, discharge_id, unit_id, visit_number, visit_code,
          discharged_at, day, language, standing_at, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        facility.id().value(),
        discharge,
        unit.value(),
        discharge.toString(),
        code,
        at,
        day,
        language,
        at,
        at);
    return discharge;
  }

  void contact(UUID discharge, String phone) {
    UUID id = facility.id().value();
    database.change(
        """
        INSERT INTO contact (facility_id, discharge_id, phone_sealed, phone_hash) VALUES (?, ?, ?, ?)
        """,
        id,
        discharge,
        outreach.vault.seal(phone, Vault.Place.of("contact.phone", id, discharge)),
        outreach.vault.lookupHash(phone, id));
  }

  UUID consent(UUID discharge, String phone) {
    UUID consent = outreach.ids.next();
    database.change(
        """
        INSERT INTO consent (facility_id, consent_id, discharge_id, phone_hash, given_at, recorded_by,
          wording_version, language, channel)
        VALUES (?, ?, ?, ?, now(), 'person:test', 1, 'en', 'staff')
        """,
        facility.id().value(),
        consent,
        discharge,
        outreach.vault.lookupHash(phone, facility.id().value()));
    return consent;
  }

  void withdrawConsents(UUID discharge) {
    database.change(
        """
        INSERT INTO consent_withdrawal (facility_id, consent_id, withdrawn_at, recorded_by)
        SELECT facility_id, consent_id, now(), 'person:test' FROM consent
        WHERE facility_id = ? AND discharge_id = ?
        """,
        facility.id().value(),
        discharge);
  }

  void standing(UUID discharge, String standing) {
    database.change(
        "UPDATE discharge SET standing = ? WHERE facility_id = ? AND discharge_id = ?",
        standing,
        facility.id().value(),
        discharge);
  }

  /** Plans, and starts what is due; nothing is sent yet. */
  void invite() {
    outreach.planner.run(facility);
    outreach.starter.run(facility);
  }

  void send() {
    outreach.courier.run(facility);
  }

  List<String> received(String phone) {
    return outreach.carrier.texts(phone).stream()
        .filter(text -> text.direction() == SandboxText.Direction.TO_PHONE)
        .map(SandboxText::body)
        .toList();
  }

  void reply(String phone, String body) {
    outreach.carrier.reply(phone, sender, body);
  }

  /** The only value of a query with the facility as its first parameter. */
  String one(String sql) {
    List<String> values = all(sql);
    if (values.size() != 1) {
      throw new AssertionError("One row expected: " + values);
    }
    return values.getFirst();
  }

  List<String> all(String sql) {
    return database.rows(
        "SELECT coalesce(CAST(q.v AS text), 'null') AS v FROM (" + sql + ") q (v)",
        row -> row.text("v"),
        facility.id().value());
  }

  void change(String sql) {
    database.change(sql, facility.id().value());
  }

  String state(Patient patient) {
    return one(
        "SELECT state FROM conversation WHERE facility_id = ? AND discharge_id = '"
            + patient.discharge()
            + "'");
  }

  /** The token of a new link to the patient's conversation. */
  String link(Patient patient) {
    Token token = Token.brief(facility.id());
    database.change(
        """
        INSERT INTO link (facility_id, token_hash, conversation_id, expires_at, created_at)
        SELECT facility_id, ?, conversation_id, expires_at, created_at FROM conversation
        WHERE facility_id = ? AND discharge_id = ?
        """,
        token.hash(),
        facility.id().value(),
        patient.discharge());
    return token.text();
  }

  /** How many texts have which status. */
  List<String> states() {
    return all(
        "SELECT count(*) || ' ' || status FROM outgoing_text WHERE facility_id = ? GROUP BY status ORDER BY status");
  }

  List<String> statuses() {
    return all(
        "SELECT status FROM outgoing_text WHERE facility_id = ? ORDER BY created_at, text_id");
  }

  String response(Patient patient) {
    return one(
        "SELECT concat_ws(' ', standing, diagnosis, treatment, next_steps, channel, touchpoint) FROM response WHERE facility_id = ? AND discharge_id = '"
            + patient.discharge()
            + "'");
  }
}
