package org.homeward.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.concern.http.ConcernRoutes;
import org.homeward.concern.postgres.PostgresConcerns;
import org.homeward.concern.postgres.Raising;
import org.homeward.db.Database;
import org.homeward.demonstration.Bookshelf;
import org.homeward.demonstration.Demonstration;
import org.homeward.demonstration.postgres.PostgresBookshelf;
import org.homeward.discharge.Discharges;
import org.homeward.discharge.PhoneBook;
import org.homeward.discharge.http.DischargeRoutes;
import org.homeward.discharge.phone.LibPhoneBook;
import org.homeward.discharge.postgres.Contacts;
import org.homeward.discharge.postgres.PostgresDischarges;
import org.homeward.facility.Facilities;
import org.homeward.facility.Ids;
import org.homeward.facility.postgres.PostgresFacilities;
import org.homeward.http.Authentication;
import org.homeward.http.Route;
import org.homeward.http.SessionCookie;
import org.homeward.kiosk.FacilityOptions;
import org.homeward.kiosk.FindingVisits;
import org.homeward.kiosk.Kiosks;
import org.homeward.kiosk.Pins;
import org.homeward.kiosk.http.KioskRoutes;
import org.homeward.kiosk.http.OptionsRoutes;
import org.homeward.kiosk.http.PinRoutes;
import org.homeward.kiosk.http.TabletRoutes;
import org.homeward.kiosk.http.VisitRoutes;
import org.homeward.kiosk.postgres.PostgresAttempts;
import org.homeward.kiosk.postgres.PostgresFacilityOptions;
import org.homeward.kiosk.postgres.PostgresKiosks;
import org.homeward.kiosk.postgres.PostgresPins;
import org.homeward.kiosk.postgres.PostgresVisits;
import org.homeward.language.http.LanguageRoutes;
import org.homeward.language.postgres.PostgresLanguages;
import org.homeward.metrics.Baselines;
import org.homeward.metrics.Counting;
import org.homeward.metrics.Freezing;
import org.homeward.metrics.RollupFolding;
import org.homeward.metrics.Rollups;
import org.homeward.metrics.Trends;
import org.homeward.metrics.http.BaselineRoutes;
import org.homeward.metrics.http.ChangeRoutes;
import org.homeward.metrics.http.TrendRoutes;
import org.homeward.metrics.postgres.PostgresBaselines;
import org.homeward.metrics.postgres.PostgresChanges;
import org.homeward.metrics.postgres.PostgresCounting;
import org.homeward.metrics.postgres.PostgresRollups;
import org.homeward.outreach.http.LinkRoutes;
import org.homeward.outreach.postgres.PostgresLinks;
import org.homeward.outreach.scheduler.Round;
import org.homeward.response.HeldAnswers;
import org.homeward.response.Intake;
import org.homeward.response.Rescue;
import org.homeward.response.http.HeldAnswerRoutes;
import org.homeward.response.http.Reading;
import org.homeward.response.http.RescueRoutes;
import org.homeward.response.http.ResponseRoutes;
import org.homeward.response.http.TeachBackRoutes;
import org.homeward.response.postgres.PostgresExtras;
import org.homeward.response.postgres.PostgresHeldAnswers;
import org.homeward.response.postgres.PostgresResponses;
import org.homeward.response.postgres.PostgresTeachBacks;
import org.homeward.sealing.Sealing;
import org.homeward.sealing.postgres.PostgresKeyring;
import org.homeward.sealing.tink.TinkHpke;
import org.homeward.staff.FirstAdministrator;
import org.homeward.staff.People;
import org.homeward.staff.Role;
import org.homeward.staff.SignIn;
import org.homeward.staff.argon2.Argon2Passwords;
import org.homeward.staff.http.SessionRoutes;
import org.homeward.staff.http.SetUpRoutes;
import org.homeward.staff.postgres.PostgresPeople;
import org.homeward.staff.postgres.PostgresServiceTokens;
import org.homeward.survey.Catalogue;
import org.homeward.survey.json.WordingFiles;
import org.homeward.survey.postgres.PostgresConsentWordings;
import org.homeward.survey.postgres.PostgresInstruments;
import org.homeward.vault.Vault;
import org.homeward.vault.tink.TinkVault;

/** Every feature, constructed from its adapters. */
final class Features implements AutoCloseable {
  private static final int INTAKE_WRITERS = 2;

  private final Database database;
  private final Settings settings;
  private final InstantSource clock;
  private final Ids ids;
  private final Catalogue catalogue = WordingFiles.read();
  private final Facilities facilities;
  private final People people;
  private final Argon2Passwords passwords = new Argon2Passwords();
  private final SignIn signIn;
  private final PostgresServiceTokens tokens;
  private final Kiosks kiosks;
  private final Intake intake;
  private final Vault vault;
  private final Sealing sealing;
  private final Contacts contacts;
  private final Texting texting;

  Features(Storage storage, Settings settings, InstantSource clock) {
    this.database = storage.database();
    this.settings = settings;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.facilities = new PostgresFacilities(database);
    this.people = new PostgresPeople(database);
    this.signIn = new SignIn(people, passwords, clock);
    this.tokens = new PostgresServiceTokens(database);
    this.kiosks = new PostgresKiosks(database, ids, clock);
    new PostgresInstruments(database).publish(catalogue);
    new PostgresConsentWordings(database).publish(catalogue);
    this.vault = TinkVault.open(storage.directory().path());
    this.sealing = new Sealing(new PostgresKeyring(database, vault), new TinkHpke(), ids, clock);
    this.contacts = new Contacts(vault, ids);
    this.texting =
        new Texting(
            new Texting.Ground(database, vault, facilities, catalogue, ids, clock), settings);
    // Last: its writers run from here on.
    PostgresExtras extras = new PostgresExtras(vault, contacts, new Raising(ids));
    this.intake = new Intake(new PostgresResponses(database, extras), INTAKE_WRITERS);
  }

  /** What is done again and again, at every facility. */
  List<Round> rounds() {
    Rollups rollups = new PostgresRollups(database);
    RollupFolding folding = new RollupFolding(rollups);
    return Stream.concat(
            texting.rounds().stream(),
            Stream.of(
                new Round("fold", Duration.ofSeconds(1), f -> folding.fold(f.id())),
                new Round("sealing-keys", Duration.ofHours(6), f -> sealing.turnOver(f.id()))))
        .toList();
  }

  /**
   * Loads the demonstration hospital when it is wanted and not there, and lets the administrator
   * in.
   */
  void ensureDemonstration() {
    if (!settings.demonstration()) {
      return;
    }
    Bookshelf.Outcome outcome =
        new Demonstration(new PostgresBookshelf(database.dataSource()), catalogue.version(), clock)
            .load();
    UUID administrator = people.credentials(FirstAdministrator.NAME).orElseThrow().person();
    outcome
        .facilities()
        .forEach(facility -> people.assign(administrator, facility, Role.ADMINISTRATOR));
  }

  /** The generated password of the first administrator, when one was made. */
  Optional<String> ensureAdministrator() {
    return new FirstAdministrator(people, passwords, ids)
        .ensure(settings.staff().administratorPassword());
  }

  Facilities facilities() {
    return facilities;
  }

  Authentication authentication() {
    return new Callers(signIn, tokens, kiosks, clock);
  }

  List<Route> routes() {
    URI publicUrl = settings.web().publicUrl();
    SessionCookie cookie = SessionCookie.at(publicUrl);
    Discharges discharges = new PostgresDischarges(database, contacts, ids, clock);
    FacilityOptions options = new PostgresFacilityOptions(database);
    PhoneBook phones = new LibPhoneBook();
    Reading reading = new Reading(catalogue, phones, facilities::find);
    return Stream.of(
            new SessionRoutes(signIn, facilities, catalogue, cookie, carrier()).routes(),
            new SetUpRoutes(facilities, people, tokens, catalogue, clock).routes(),
            new LanguageRoutes(
                    new PostgresLanguages(database, catalogue, ids), facilities, catalogue, clock)
                .routes(),
            new KioskRoutes(kiosks, publicUrl, clock).routes(),
            tablets(options),
            new OptionsRoutes(options).routes(),
            new ResponseRoutes(intake, sealing, reading, clock).routes(),
            rescuing(reading),
            new TeachBackRoutes(new PostgresTeachBacks(database, vault), clock).routes(),
            new DischargeRoutes(discharges, facilities, catalogue, phones, clock).routes(),
            new ConcernRoutes(facilities, new PostgresConcerns(database), clock).routes(),
            measuring(),
            texting.routes(),
            new LinkRoutes(new PostgresLinks(database, ids), facilities, catalogue, clock).routes(),
            new OpenApi().routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> rescuing(Reading reading) {
    HeldAnswers held = new PostgresHeldAnswers(database, vault);
    Rescue rescue = new Rescue(intake, held);
    return Stream.concat(
            new RescueRoutes(rescue, held, sealing, reading, clock).routes().stream(),
            new HeldAnswerRoutes(rescue, held, reading, clock).routes().stream())
        .toList();
  }

  private List<Route> tablets(FacilityOptions options) {
    Pins pins = new PostgresPins(database, clock);
    FindingVisits finding =
        new FindingVisits(
            new PostgresVisits(database), pins, new PostgresAttempts(database, clock), passwords);
    return Stream.of(
            new TabletRoutes(kiosks, pins, facilities, options, catalogue, sealing, clock).routes(),
            new VisitRoutes(finding, facilities, clock).routes(),
            new PinRoutes(pins, passwords).routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> measuring() {
    Counting counting = new PostgresCounting(database);
    Baselines baselines = new PostgresBaselines(database);
    return Stream.of(
            new TrendRoutes(facilities, new Trends(counting, baselines, clock), clock).routes(),
            new BaselineRoutes(facilities, baselines, new Freezing(counting, baselines, ids, clock))
                .routes(),
            new ChangeRoutes(facilities, new PostgresChanges(database), ids, clock).routes())
        .flatMap(List::stream)
        .toList();
  }

  private SessionRoutes.CarrierView carrier() {
    return switch (settings.carrier()) {
      case Settings.Carrier.None() -> new SessionRoutes.CarrierView("none", Optional.empty());
      case Settings.Carrier.Twilio(var account) ->
          new SessionRoutes.CarrierView("twilio", Optional.empty());
      case Settings.Carrier.Sandbox(var account, var phonesUrl) ->
          new SessionRoutes.CarrierView("sandbox", Optional.of(phonesUrl));
    };
  }

  @Override
  public void close() {
    texting.close();
    intake.close();
  }
}
