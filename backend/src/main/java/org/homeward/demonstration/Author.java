package org.homeward.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.homeward.demonstration.Story.Chapter;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Change;
import org.homeward.metrics.ChangeId;
import org.homeward.metrics.Period;

/** Writes the story that ends now. The same seed and moment give the same patients. */
final class Author {
  static final String NAME = "demonstration";

  private final SplittableRandom random;
  private final Instant now;

  Author(long seed, Instant now) {
    this.random = new SplittableRandom(seed);
    this.now = now;
  }

  Story story() {
    return new Story(Script.all().stream().map(this::chapter).toList());
  }

  private Chapter chapter(Script script) {
    LocalDate today = LocalDate.ofInstant(now, script.zone());
    LocalDate first = Period.WEEK.around(today.minusWeeks(Script.WEEKS)).first();
    SeededIds ids = new SeededIds(random.split());
    Facility facility = facility(script, ids, first);
    Patients patients = new Patients(script, facility, first, now, random.split(), ids);
    patients.leave(today);
    return new Chapter(
        facility,
        patients.visits(),
        patients.replies(),
        changes(script, facility, ids, first),
        new StartingPoint(facility, patients.replies(), first).baselines());
  }

  private static Facility facility(Script script, SeededIds ids, LocalDate first) {
    Instant opened = first.atStartOfDay(script.zone()).toInstant();
    return new Facility(
        new FacilityId(ids.at(opened)),
        script.name(),
        script.zone(),
        List.of("en", "es"),
        Optional.of(script.sender()),
        true,
        script.wards().stream()
            .map(ward -> new Unit(new UnitId(ids.at(opened)), ward.name()))
            .toList(),
        List.of(script.sender()));
  }

  private static List<Change> changes(
      Script script, Facility facility, SeededIds ids, LocalDate first) {
    List<Change> changes = new ArrayList<>();
    if (script.interpretersFrom() != Script.NEVER) {
      changes.add(
          change(
              ids,
              first.plusWeeks(script.interpretersFrom()),
              "Spanish interpreters on call around the clock",
              List.of()));
    }
    for (int i = 0; i < script.wards().size(); i++) {
      Script.Ward ward = script.wards().get(i);
      if (ward.taughtFrom() != Script.NEVER) {
        changes.add(
            change(
                ids,
                first.plusWeeks(ward.taughtFrom()),
                "Teach-back at every discharge: patients say in their own words what they will do at home",
                List.of(facility.units().get(i).id())));
      }
    }
    return changes;
  }

  private static Change change(
      SeededIds ids, LocalDate on, String description, List<UnitId> units) {
    Instant recordedAt = on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return new Change(new ChangeId(ids.at(recordedAt)), on, description, units, NAME, recordedAt);
  }
}
