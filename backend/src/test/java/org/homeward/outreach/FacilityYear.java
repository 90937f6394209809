package org.homeward.outreach;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.homeward.concern.postgres.Raising;
import org.homeward.db.Database;
import org.homeward.discharge.Consent;
import org.homeward.discharge.Discharges;
import org.homeward.discharge.Particulars;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.Standing;
import org.homeward.discharge.VisitNumber;
import org.homeward.discharge.postgres.Contacts;
import org.homeward.discharge.postgres.PostgresDischarges;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;
import org.homeward.facility.postgres.PostgresFacilities;
import org.homeward.outreach.RememberingCarrier.Taken;
import org.homeward.outreach.json.LexiconFiles;
import org.homeward.outreach.postgres.PostgresConversations;
import org.homeward.outreach.postgres.PostgresInbox;
import org.homeward.outreach.postgres.PostgresInvitations;
import org.homeward.outreach.postgres.PostgresOutbox;
import org.homeward.outreach.postgres.PostgresPlans;
import org.homeward.outreach.postgres.PostgresSuppressions;
import org.homeward.outreach.postgres.PostgresTraffic;
import org.homeward.outreach.postgres.PostgresUnanswered;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.OutreachPlans;
import org.homeward.plan.postgres.PostgresOutreachPlans;
import org.homeward.sms.InboundText;
import org.homeward.sms.twilio.TwilioWebhooks;
import org.homeward.survey.json.WordingFiles;
import org.homeward.vault.Vault;

/**
 * A year of one facility: invented patients who leave, answer, stop, die, come again and share
 * phones, before the real services on the real database. Only the clock and the carrier are ours.
 * What it did is left for others to judge: nothing here checks.
 */
final class FacilityYear {
  private static final Instant BEGIN = Instant.parse("2027-07-01T00:00:00Z");

  /** A leap day and every change of the clock of either hemisphere lie within. */
  static final Instant END = Instant.parse("2028-07-01T00:00:00Z");

  /** Where numbers with these first figures are; a number with others may be anywhere. */
  static final Map<String, List<ZoneId>> ZONES_OF_PREFIX =
      Map.of(
          "+1302", zones("America/New_York"),
          "+1303", zones("Pacific/Honolulu"),
          "+1304", zones("America/New_York", "America/Chicago", "America/Los_Angeles"),
          "+1305", zones("Pacific/Guam", "Europe/London", "America/Chicago"));

  private static final List<String> PREFIXES =
      List.of("+1301", "+1301", "+1301", "+1302", "+1303", "+1304", "+1305");
  private static final List<String> GIVEN =
      List.of("America/Anchorage", "Asia/Kathmandu", "Australia/Lord_Howe", "Europe/Lisbon");

  /** Someone with a phone; a family may share it. */
  static final class Phone {
    final String number;
    final List<Visit> visits = new ArrayList<>();

    /** When they wrote to us. */
    final List<Instant> written = new ArrayList<>();

    /** Stops and starts in turn, beginning with a stop. */
    final List<Instant> turns = new ArrayList<>();

    final int temper;

    Phone(String number, int temper) {
      this.number = number;
      this.temper = temper;
    }

    boolean stoppedAt(Instant moment) {
      return turns.stream().filter(turn -> !turn.isAfter(moment)).count() % 2 == 1;
    }
  }

  /** One discharge, and what became of it. */
  static final class Visit {
    final UUID discharge;
    final Phone phone;
    final Instant entered;
    final boolean consented;
    final Optional<ZoneId> zone;
    LocalDate day;
    Optional<Instant> ended = Optional.empty();
    Optional<Standing> standing = Optional.empty();
    boolean withdrew;
    boolean answeredElsewhere;

    Visit(
        UUID discharge,
        Phone phone,
        Instant entered,
        boolean consented,
        Optional<ZoneId> zone,
        LocalDate day) {
      this.discharge = discharge;
      this.phone = phone;
      this.entered = entered;
      this.consented = consented;
      this.zone = zone;
      this.day = day;
    }
  }

  private record Event(Instant at, long order, Runnable happens) {}

  final Facility facility;
  final OutreachPlan plan;
  final RememberingCarrier carrier;
  final List<Visit> visits = new ArrayList<>();
  final Map<String, Phone> phones = new HashMap<>();

  private final Database database;
  private final Random random;
  private final MutableClock clock = MutableClock.at(BEGIN);
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
  private final UnitId unit;
  private final String sender;
  private final Discharges discharges;
  private final Planner planner;
  private final Starter starter;
  private final Prompter prompter;
  private final Listener listener;
  private final Courier courier;
  private final Reconciler reconciler;
  private final Conversations conversations;
  private final PostgresInbox inbox;
  private long order;
  private int seen;
  private boolean written;

  FacilityYear(Database database, Vault vault, String zone, OutreachPlan plan, long seed) {
    this.database = database;
    this.plan = plan;
    this.random = new Random(seed);
    this.carrier = new RememberingCarrier(clock, new Random(seed + 1));
    Ids ids = new Ids(clock);
    Facilities facilities = new PostgresFacilities(database);
    FacilityId id = new FacilityId(ids.next());
    this.unit = new UnitId(ids.next());
    this.sender = Ward.number("+1202");
    facilities.add(
        new Facility(
            id,
            "Mercy",
            ZoneId.of(zone),
            List.of("en", "es"),
            Optional.empty(),
            false,
            List.of(),
            List.of()));
    facilities.addUnit(id, new Unit(unit, "Ward 7"));
    facilities.addSender(id, sender);
    this.facility = facilities.find(id).orElseThrow();
    OutreachPlans plans = new PostgresOutreachPlans(database);
    plans.set(
        id, new OutreachPlans.Edition(1, plan, Optional.of("person:test"), Optional.of(BEGIN)));
    Script script = new Script(WordingFiles.read());
    HouseRules rules =
        new HouseRules(
            plans,
            number -> ZONES_OF_PREFIX.getOrDefault(number.e164().substring(0, 5), List.of()));
    PostgresOutbox outbox = new PostgresOutbox(database, vault);
    PostgresTraffic traffic =
        new PostgresTraffic(database, "AC" + ids.next(), Pace.UNLIMITED, Pace.UNLIMITED);
    Refusals refusals =
        new Refusals(
            outbox,
            traffic,
            new PostgresSuppressions(database),
            new OutreachUnderTest.Told(new ArrayList<>()),
            ids,
            clock);
    this.discharges = new PostgresDischarges(database, new Contacts(vault, ids), ids, clock);
    this.inbox = new PostgresInbox(database, vault, ids, new Raising(ids));
    this.planner = new Planner(new PostgresPlans(database, vault), rules, ids, clock);
    this.starter = new Starter(new PostgresInvitations(database, vault), script, rules, ids, clock);
    this.prompter =
        new Prompter(new PostgresUnanswered(database, vault), script, rules, ids, clock);
    URI url = URI.create("http://localhost:1");
    this.listener =
        new Listener(inbox, new Ear(LexiconFiles.read()), script, url, Keywords.US, ids, clock);
    this.courier = new Courier(outbox, traffic, carrier, refusals, rules, url, clock);
    this.reconciler =
        new Reconciler(
            outbox,
            carrier,
            new StatusReports(outbox, refusals, new TwilioWebhooks("none"), clock),
            Reconciler.Patience.USUAL,
            clock);
    this.conversations = new PostgresConversations(database);
  }

  void run(int patients) {
    for (int i = 0; i < patients; i++) {
      leave(i);
    }
    for (Instant at = BEGIN; at.isBefore(END); at = at.plus(hours(24))) {
      happen(at, planner(() -> conversations.expire(facility.id(), clock.instant())));
    }
    Optional<Instant> next = next();
    while (next.isPresent() && next.get().isBefore(END)) {
      Instant now = clock.instant();
      // What is due and still waits (for the carrier's patience) is looked at a little later.
      clock.set(next.get().isAfter(now) ? next.get() : now.plusSeconds(30));
      if (events.isEmpty() || events.peek().at().isAfter(clock.instant())) {
        reconciler.run(facility);
      }
      while (!events.isEmpty() && !events.peek().at().isAfter(clock.instant())) {
        events.remove().happens().run();
      }
      rounds();
      read();
      next = next();
    }
  }

  private Optional<Instant> next() {
    Optional<Instant> event = Optional.ofNullable(events.peek()).map(Event::at);
    Optional<Instant> due =
        database
            .row(
                """
                SELECT least(
                  (SELECT min(due_at) FROM conversation WHERE facility_id = f.id AND state = 'planned'),
                  (SELECT min(remind_at) FROM conversation WHERE facility_id = f.id AND state = 'asking'),
                  (SELECT min(not_before) FROM outgoing_text WHERE facility_id = f.id AND status = 'waiting'),
                  (SELECT min(attempted_at) + interval '61 s' FROM outgoing_text
                    WHERE facility_id = f.id AND status = 'unknown' AND NOT resent)) AS due
                FROM (SELECT CAST(? AS uuid)) f (id)
                """,
                row -> row.optionalInstant("due"),
                facility.id().value())
            .orElseThrow();
    return Stream.of(event, due).flatMap(Optional::stream).min(Instant::compareTo);
  }

  /** Now and then two copies of the service start and send at once. */
  private void rounds() {
    if (written) {
      written = false;
      listener.run(facility);
    }
    if (random.nextInt(8) == 0) {
      CompletableFuture<Void> other = CompletableFuture.runAsync(this::send);
      send();
      other.join();
    } else {
      send();
    }
  }

  private void send() {
    starter.run(facility);
    prompter.run(facility);
    courier.run(facility);
  }

  /** What came to the phones since, and what their owners make of it. */
  private void read() {
    List<Taken> taken = carrier.taken();
    taken.subList(seen, taken.size()).forEach(text -> answer(phone(text.recipient()), text));
    seen = taken.size();
  }

  private void answer(Phone phone, Taken text) {
    if (phone.temper < 35 || random.nextInt(100) < 5) {
      return;
    }
    Instant at = text.at().plus(delay());
    if (phone.temper < 43) {
      happen(at, () -> stop(phone));
    } else if (phone.temper < 50) {
      happen(at, () -> write(phone, random.nextBoolean() ? "hmm, not sure what that means" : "?"));
    } else {
      happen(at, () -> write(phone, Integer.toString(1 + random.nextInt(3))));
    }
  }

  private Duration delay() {
    int roll = random.nextInt(100);
    int most = roll < 60 ? 30 * 60 : roll < 85 ? 24 * 3600 : 5 * 24 * 3600;
    return Duration.ofSeconds(10 + random.nextInt(most));
  }

  private void stop(Phone phone) {
    if (!phone.stoppedAt(clock.instant())) {
      write(phone, "STOP");
      phone.turns.add(clock.instant());
      if (random.nextInt(3) == 0) {
        happen(clock.instant().plus(hours(1 + random.nextInt(600))), () -> start(phone));
      }
    }
  }

  private void start(Phone phone) {
    write(phone, "START");
    reopened(phone);
  }

  private void reopened(Phone phone) {
    if (phone.stoppedAt(clock.instant())) {
      phone.turns.add(clock.instant());
    }
  }

  private void write(Phone phone, String body) {
    written = true;
    phone.written.add(clock.instant());
    inbox.store(
        facility.id(),
        new InboundText("SM" + UUID.randomUUID(), phone.number, sender, body, 0, Optional.empty()),
        clock.instant());
  }

  private void leave(int index) {
    long seconds = random.nextLong(Duration.between(BEGIN, END).toSeconds());
    Instant left = BEGIN.plusSeconds(seconds);
    boolean late = random.nextInt(100) < 12;
    Instant entered = left.plus(late ? hours(random.nextInt(14 * 24)) : hours(random.nextInt(3)));
    happen(entered, planner(() -> enter(index, left, late)));
  }

  private void enter(int index, Instant left, boolean late) {
    boolean shares = !visits.isEmpty() && random.nextInt(100) < 12;
    Phone phone =
        shares
            ? visits.get(Math.max(0, visits.size() - 1 - random.nextInt(8))).phone
            : phone(Ward.number(PREFIXES.get(random.nextInt(PREFIXES.size()))));
    Optional<ZoneId> zone =
        random.nextInt(100) < 15
            ? Optional.of(ZoneId.of(GIVEN.get(random.nextInt(GIVEN.size()))))
            : Optional.empty();
    boolean consented = random.nextInt(100) < 92;
    Particulars particulars = particulars(left, phone, consented, zone);
    UUID discharge =
        discharges
            .enter(facility.id(), new VisitNumber("V" + index), particulars, "person:test")
            .discharge()
            .id();
    Visit visit =
        new Visit(discharge, phone, clock.instant(), consented, zone, facility.dayOf(left));
    visits.add(visit);
    phone.visits.add(visit);
    if (consented) {
      // A new consent, documented after a stop, lets texts go to the number again.
      reopened(phone);
    }
    befall(visit, left, late);
  }

  private void befall(Visit visit, Instant left, boolean late) {
    Instant some = clock.instant().plus(hours(random.nextInt(40 * 24)));
    int roll = random.nextInt(100);
    if (roll < 8) {
      Standing standing =
          List.of(Standing.DIED, Standing.READMITTED, Standing.EXCLUDED, Standing.CANCELLED)
              .get(roll % 4);
      happen(some, () -> mark(visit, standing));
    } else if (roll < 11) {
      happen(some, () -> withdraw(visit, left));
    } else if (roll < 14) {
      happen(clock.instant().plus(hours(random.nextInt(72))), () -> answerElsewhere(visit));
    } else if (roll < 19 && !late) {
      happen(
          clock.instant().plus(hours(1 + random.nextInt(10))),
          planner(() -> correct(visit, left.plus(hours(24)))));
    }
  }

  private void mark(Visit visit, Standing standing) {
    discharges.mark(facility.id(), visit.discharge, standing);
    visit.standing = Optional.of(standing);
    visit.ended = Optional.of(clock.instant());
  }

  private void withdraw(Visit visit, Instant left) {
    discharges.correct(
        facility.id(),
        visit.discharge,
        old -> particulars(left, visit.phone, false, visit.zone),
        "person:test");
    visit.withdrew = true;
    visit.ended = Optional.of(clock.instant());
  }

  private void correct(Visit visit, Instant left) {
    discharges.correct(
        facility.id(),
        visit.discharge,
        old -> particulars(left, visit.phone, visit.consented, visit.zone),
        "person:test");
    visit.day = facility.dayOf(left);
  }

  private void answerElsewhere(Visit visit) {
    visit.answeredElsewhere = true;
    database.change(
        """
        INSERT INTO response (facility_id, response_id, discharge_id, unit_id, touchpoint, channel,
          respondent, language, instrument, standing, day, diagnosis, answered_at, received_at)
        SELECT facility_id, gen_random_uuid(), discharge_id, unit_id, 'day-2', 'web', 'patient', 'en',
          1, 'complete', day, 'no', ?, ?
        FROM discharge WHERE facility_id = ? AND discharge_id = ?
        ON CONFLICT DO NOTHING
        """,
        clock.instant(),
        clock.instant(),
        facility.id().value(),
        visit.discharge);
  }

  private Particulars particulars(
      Instant left, Phone phone, boolean consented, Optional<ZoneId> zone) {
    return new Particulars(
        unit,
        left,
        "en",
        Optional.of(new PhoneNumber(phone.number)),
        consented ? Optional.of(new Consent(1, "en", clock.instant())) : Optional.empty(),
        zone);
  }

  private Phone phone(String number) {
    return phones.computeIfAbsent(number, fresh -> new Phone(fresh, random.nextInt(100)));
  }

  private Runnable planner(Runnable before) {
    return () -> {
      before.run();
      planner.run(facility);
    };
  }

  private void happen(Instant at, Runnable what) {
    events.add(new Event(at, order++, what));
  }

  private static Duration hours(int count) {
    return Duration.ofHours(count);
  }

  private static List<ZoneId> zones(String... names) {
    return Stream.of(names).map(ZoneId::of).toList();
  }
}
