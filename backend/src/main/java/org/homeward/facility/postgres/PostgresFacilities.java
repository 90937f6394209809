package org.homeward.facility.postgres;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;

/** Facilities in PostgreSQL. */
public final class PostgresFacilities implements Facilities {
  private final Statements database;

  public PostgresFacilities(Statements database) {
    this.database = database;
  }

  @Override
  public Optional<Facility> find(FacilityId id) {
    return findAll(List.of(id)).stream().findFirst();
  }

  @Override
  public List<Facility> findAll(Collection<FacilityId> ids) {
    return database.rows(
        """
        SELECT facility_id, name, zone, languages, callback_number, emergency_number, demonstration,
          ARRAY(SELECT u.unit_id FROM unit u WHERE u.facility_id = f.facility_id ORDER BY u.name) AS unit_ids,
          ARRAY(SELECT u.name FROM unit u WHERE u.facility_id = f.facility_id ORDER BY u.name) AS unit_names,
          ARRAY(SELECT s.address FROM sender s WHERE s.facility_id = f.facility_id ORDER BY s.created_at) AS senders
        FROM facility f
        WHERE facility_id = ANY (CAST(? AS uuid[]))
        ORDER BY name
        """,
        PostgresFacilities::facility,
        (Object) ids.stream().map(FacilityId::value).toArray(UUID[]::new));
  }

  @Override
  public List<FacilityId> ids() {
    return database.rows(
        "SELECT facility_id FROM facility ORDER BY facility_id",
        row -> new FacilityId(row.uuid("facility_id")));
  }

  @Override
  public Optional<FacilityId> ofSender(String address) {
    return database.row(
        "SELECT facility_id FROM sender WHERE address = ?",
        row -> new FacilityId(row.uuid("facility_id")),
        address);
  }

  @Override
  public void add(Facility facility) {
    database.change(
        """
        INSERT INTO facility (facility_id, name, zone, languages, callback_number, emergency_number,
          demonstration)
        VALUES (?, ?, ?, CAST(? AS text[]), ?, ?, ?)
        """,
        facility.id().value(),
        facility.name(),
        facility.zone().getId(),
        facility.languages().toArray(String[]::new),
        facility.callbackNumber().orElse(null),
        facility.emergencyNumber().orElse(null),
        facility.demonstration());
  }

  @Override
  public void emergencyNumber(FacilityId facility, Optional<String> number) {
    database.change(
        "UPDATE facility SET emergency_number = CAST(? AS text) WHERE facility_id = ?",
        number.orElse(null),
        facility.value());
  }

  @Override
  public boolean addUnit(FacilityId facility, Unit unit) {
    return database.change(
            "INSERT INTO unit (facility_id, unit_id, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            facility.value(),
            unit.id().value(),
            unit.name())
        == 1;
  }

  @Override
  public boolean addSender(FacilityId facility, String address) {
    return database.change(
            "INSERT INTO sender (address, facility_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            address,
            facility.value())
        == 1;
  }

  private static Facility facility(Row row) {
    return new Facility(
        new FacilityId(row.uuid("facility_id")),
        row.text("name"),
        ZoneId.of(row.text("zone")),
        row.texts("languages"),
        row.optionalText("callback_number"),
        row.optionalText("emergency_number"),
        row.flag("demonstration"),
        units(row.uuids("unit_ids"), row.texts("unit_names")),
        row.texts("senders"));
  }

  private static List<Unit> units(List<UUID> ids, List<String> names) {
    return java.util.stream.IntStream.range(0, ids.size())
        .mapToObj(i -> new Unit(new UnitId(ids.get(i)), names.get(i)))
        .toList();
  }
}
