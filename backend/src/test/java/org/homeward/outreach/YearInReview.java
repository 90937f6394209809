package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.db.Database;
import org.homeward.outreach.FacilityYear.Phone;
import org.homeward.outreach.FacilityYear.Visit;
import org.homeward.outreach.RememberingCarrier.Taken;
import org.homeward.plan.Followup;
import org.homeward.survey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came to the phones in a year against what should have: hours, caps and reasons are
 * worked out here anew, from the patients' stories and the clock on their wall.
 */
final class YearInReview {
  private static final Set<String> ON_ITS_WAY =
      Set.of("attempting", "unknown", "queued", "sending", "sent", "delivered");

  private record Text(
      UUID id, Optional<UUID> conversation, String purpose, String status, String because) {
    boolean starts() {
      return purpose.equals("invitation") || purpose.equals("reminder");
    }
  }

  private record Talk(
      UUID id, UUID discharge, Touchpoint touchpoint, String state, String because, Instant due) {}

  private final FacilityYear year;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> reasons = new TreeSet<>();
  private final Map<UUID, Text> texts = new HashMap<>();
  private final Map<UUID, Talk> talks = new HashMap<>();
  private final Map<UUID, Set<String>> held = new HashMap<>();
  private final Map<UUID, Visit> visits = new HashMap<>();
  private int started;

  YearInReview(Database database, FacilityYear year) {
    this.year = year;
    UUID facility = year.facility.id().value();
    year.visits.forEach(visit -> visits.put(visit.discharge, visit));
    database
        .rows(
            """
            SELECT text_id, conversation_id, purpose, status, coalesce(withheld_because, '') AS because
            FROM outgoing_text WHERE facility_id = ?
            """,
            row ->
                new Text(
                    row.uuid("text_id"),
                    row.optionalUuid("conversation_id"),
                    row.text("purpose"),
                    row.text("status"),
                    row.text("because")),
            facility)
        .forEach(text -> texts.put(text.id(), text));
    database
        .rows(
            """
            SELECT conversation_id, discharge_id, touchpoint, state, coalesce(ended_because, '') AS because,
              due_at
            FROM conversation WHERE facility_id = ?
            """,
            row ->
                new Talk(
                    row.uuid("conversation_id"),
                    row.uuid("discharge_id"),
                    Touchpoint.of(row.text("touchpoint")).orElseThrow(),
                    row.text("state"),
                    row.text("because"),
                    row.instant("due_at")),
            facility)
        .forEach(talk -> talks.put(talk.id(), talk));
    database.rows(
        """
        SELECT conversation_id, because FROM outreach_event
        WHERE facility_id = ? AND because IS NOT NULL AND conversation_id IS NOT NULL
        """,
        row ->
            held.computeIfAbsent(row.uuid("conversation_id"), id -> new HashSet<>())
                .add(row.text("because")),
        facility);
  }

  List<String> faults() {
    List<Taken> taken = year.carrier.taken();
    nothingTwice(taken);
    Map<String, List<Instant>> before = new HashMap<>();
    for (Taken text : taken) {
      Text meant = texts.get(text.id());
      Phone phone = year.phones.get(text.recipient());
      if (meant == null || phone == null) {
        fault("nobody wrote " + text.id());
        continue;
      }
      nothingAfterAStop(text, meant, phone);
      if (meant.starts()) {
        started++;
        Visit visit = visitOf(meant);
        withinHours(text, meant, visit);
        withinCaps(text, visit, before.computeIfAbsent(phone.number, n -> new ArrayList<>()));
        withAReasonToBeSent(text, visit);
      } else {
        answersAtNightOnlyAtOnce(text, meant, phone);
      }
    }
    everythingThatWasDue(
        taken.stream().collect(Collectors.toMap(Taken::id, Taken::at, (first, second) -> first)));
    return faults;
  }

  int started() {
    return started;
  }

  int kindsOfReasons() {
    held.values().forEach(reasons::addAll);
    return reasons.size();
  }

  private void nothingTwice(List<Taken> taken) {
    Set<UUID> once = new HashSet<>();
    Map<String, Integer> asked = new HashMap<>();
    for (Taken text : taken) {
      if (!once.add(text.id())) {
        fault("sent twice: " + text.id());
      }
      Text meant = texts.get(text.id());
      if (meant != null && meant.starts()) {
        int most = meant.purpose().equals("invitation") ? 1 : year.plan.reminders().most();
        String what = meant.purpose() + " of " + meant.conversation();
        if (asked.merge(what, 1, Integer::sum) > most) {
          fault("too often: " + what);
        }
      }
    }
  }

  private void nothingAfterAStop(Taken text, Text meant, Phone phone) {
    if (!meant.purpose().equals("stop-confirmation") && phone.stoppedAt(text.at())) {
      fault("to a stopped number at " + text.at() + ": " + meant);
    }
  }

  private void withAReasonToBeSent(Taken text, Visit visit) {
    if (!visit.consented || visit.ended.filter(end -> !end.isAfter(text.at())).isPresent()) {
      fault("without the right to at " + text.at() + ": " + visit.standing);
    }
  }

  private void withinHours(Taken text, Text meant, Visit visit) {
    List<ZoneId> zones = zonesWithHours(visit, text.at());
    for (ZoneId zone : zones) {
      LocalTime from = LocalTime.ofInstant(text.at(), zone);
      Instant last = text.at().plus(text.validity());
      LocalTime until = LocalTime.ofInstant(last, zone);
      boolean sameDay =
          LocalDate.ofInstant(text.at(), zone).equals(LocalDate.ofInstant(last, zone));
      if (from.isBefore(year.plan.window().opens())
          || until.isAfter(year.plan.window().closes())
          || !sameDay) {
        fault("%s from %s to %s in %s".formatted(meant.purpose(), from, until, zone));
      }
    }
  }

  private void answersAtNightOnlyAtOnce(Taken text, Text meant, Phone phone) {
    boolean atOnce =
        phone.written.stream()
            .anyMatch(
                at ->
                    !at.isAfter(text.at())
                        && Duration.between(at, text.at()).compareTo(Duration.ofMinutes(5)) < 0);
    Optional<ZoneId> given =
        meant.conversation().isEmpty() ? Optional.empty() : visitOf(meant).zone;
    boolean day = zonesWithHours(given, phone, text.at()).stream().allMatch(allInWindow(text.at()));
    if (!atOnce && !day) {
      fault("an answer at night, late: " + meant.purpose() + " at " + text.at());
    }
  }

  private void withinCaps(Taken text, Visit visit, List<Instant> before) {
    ZoneId home = home(visit);
    LocalDate today = LocalDate.ofInstant(text.at(), home);
    long inDay = before.stream().filter(at -> LocalDate.ofInstant(at, home).equals(today)).count();
    long inWeek =
        before.stream()
            .map(at -> LocalDate.ofInstant(at, home))
            .filter(day -> day.isAfter(today.minusDays(7)))
            .count();
    if (inDay >= year.plan.caps().daily() || inWeek >= year.plan.caps().weekly()) {
      fault("over the caps at " + text.at() + ": " + inDay + " that day, " + inWeek + " that week");
    }
    before.add(text.at());
  }

  private void everythingThatWasDue(Map<UUID, Instant> sent) {
    Map<UUID, Map<Touchpoint, Talk>> byVisit = new HashMap<>();
    talks
        .values()
        .forEach(
            talk ->
                byVisit
                    .computeIfAbsent(talk.discharge(), id -> new HashMap<>())
                    .put(talk.touchpoint(), talk));
    Map<UUID, Text> invitations = new HashMap<>();
    texts.values().stream()
        .filter(text -> text.purpose().equals("invitation"))
        .forEach(text -> invitations.put(text.conversation().orElseThrow(), text));
    for (Visit visit : visits.values()) {
      for (Followup followup : year.plan.followups()) {
        Optional<Talk> talk =
            Optional.ofNullable(
                byVisit.getOrDefault(visit.discharge, Map.of()).get(followup.touchpoint()));
        if (talk.isEmpty()) {
          neverPlanned(visit, followup);
        } else {
          explained(visit, followup, talk.get(), invitations.get(talk.get().id()), sent);
        }
      }
    }
  }

  private void neverPlanned(Visit visit, Followup followup) {
    if (visit.consented && !isTooLate(visit, followup)) {
      fault(followup.touchpoint().code() + " was not planned; entered " + visit.entered);
    }
    reasons.add(visit.consented ? "entered-too-late" : "never-consented");
  }

  private void explained(
      Visit visit,
      Followup followup,
      Talk talk,
      @Nullable Text invitation,
      Map<UUID, Instant> sent) {
    reasons.add(talk.state() + " " + talk.because());
    boolean held = isHeld(talk);
    boolean told =
        switch (talk.state()) {
          case "planned" -> !talk.due().isBefore(FacilityYear.END);
          case "cancelled" ->
              switch (talk.because()) {
                case "no-consent" -> visit.withdrew;
                case "answered-elsewhere" -> visit.answeredElsewhere;
                default ->
                    visit
                        .standing
                        .map(standing -> ("discharge-" + standing.code()).equals(talk.because()))
                        .orElse(false);
              };
          case "stopped" -> !visit.phone.turns.isEmpty();
          case "expired" ->
              talk.because().equals("too-late")
                  ? held || visit.entered.isAfter(wish(visit, followup))
                  : invitation != null;
          default -> invitation != null;
        };
    if (!told) {
      fault("no good reason for " + talk + " of " + visit.standing);
    }
    if (invitation != null) {
      sentInTime(visit, followup, talk, invitation, sent, held);
    }
  }

  /** Where nothing stood in its way, the text went at the very moment that it was due. */
  private void sentInTime(
      Visit visit,
      Followup followup,
      Talk talk,
      Text invitation,
      Map<UUID, Instant> sent,
      boolean held) {
    Instant at = sent.get(invitation.id());
    if (at == null) {
      boolean lost = invitation.status().equals("failed") || invitation.status().equals("unknown");
      boolean unsent =
          invitation.status().equals("withheld") || invitation.status().equals("waiting");
      if (!lost && !unsent) {
        fault("said to be " + invitation.status() + " and was not sent");
      }
      reasons.add("invitation " + invitation.status() + " " + invitation.because());
      return;
    }
    if (!ON_ITS_WAY.contains(invitation.status())) {
      fault("was sent and is said to be " + invitation.status());
    }
    Instant due = due(visit, followup);
    // The carrier was asked for its patience, or had to be asked what it held.
    Instant latest = due.plus(Duration.ofMinutes(10));
    if (at.isBefore(due) || (!held && at.isAfter(latest))) {
      fault("due at %s and sent at %s: %s %s".formatted(due, at, talk, this.held.get(talk.id())));
    }
  }

  private boolean isHeld(Talk talk) {
    Collection<String> because = held.getOrDefault(talk.id(), Set.of());
    return because.contains("daily-cap")
        || because.contains("weekly-cap")
        || because.contains("quiet-hours")
        || because.contains("not-at-carrier");
  }

  private boolean isTooLate(Visit visit, Followup followup) {
    Instant closes = wish(visit, followup).plus(followup.answering());
    Instant charted =
        visit
            .day
            .plusDays(1L + followup.touchpoint().days())
            .atStartOfDay(year.facility.zone())
            .toInstant()
            .plus(Duration.ofDays(followup.touchpoint().equals(Touchpoint.DAY_30) ? 14 : 7));
    Instant needed = due(visit, followup).plus(Duration.ofDays(1));
    return needed.isAfter(closes) || needed.isAfter(charted);
  }

  private Instant wish(Visit visit, Followup followup) {
    return visit
        .day
        .plusDays(followup.touchpoint().days())
        .atTime(year.plan.preferred())
        .atZone(home(visit))
        .toInstant();
  }

  /** The first moment, minute by minute, at which every clock that may be the patient's allows. */
  private Instant due(Visit visit, Followup followup) {
    Instant wish = wish(visit, followup);
    Instant from = wish.isBefore(visit.entered) ? visit.entered : wish;
    List<ZoneId> zones = zonesWithHours(visit, from);
    Instant at = from;
    while (!zones.stream().allMatch(allInWindow(at))) {
      at = at.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    }
    return at;
  }

  private Predicate<ZoneId> allInWindow(Instant at) {
    return zone -> inWindow(at, zone);
  }

  private boolean inWindow(Instant at, ZoneId zone) {
    LocalTime local = LocalTime.ofInstant(at, zone);
    return !local.isBefore(year.plan.window().opens())
        && local.isBefore(year.plan.window().closes());
  }

  private List<ZoneId> zonesWithHours(Visit visit, Instant at) {
    return zonesWithHours(visit.zone, visit.phone, at);
  }

  private List<ZoneId> zonesWithHours(Optional<ZoneId> given, Phone phone, Instant at) {
    List<ZoneId> zones = given.map(List::of).orElseGet(() -> zonesOfNumber(phone));
    for (int minute = 0; minute < 2 * 24 * 60; minute += 5) {
      if (zones.stream().allMatch(allInWindow(at.plus(Duration.ofMinutes(minute))))) {
        return zones;
      }
    }
    return List.of(year.facility.zone());
  }

  private List<ZoneId> zonesOfNumber(Phone phone) {
    return FacilityYear.ZONES_OF_PREFIX.getOrDefault(
        phone.number.substring(0, 5), List.of(year.facility.zone()));
  }

  private ZoneId home(Visit visit) {
    List<ZoneId> zones = visit.zone.map(List::of).orElseGet(() -> zonesOfNumber(visit.phone));
    return zones.size() == 1 ? zones.getFirst() : year.facility.zone();
  }

  private Visit visitOf(Text text) {
    Talk talk = Objects.requireNonNull(talks.get(text.conversation().orElseThrow()));
    return Objects.requireNonNull(visits.get(talk.discharge()));
  }

  private void fault(String what) {
    faults.add(what);
  }
}
