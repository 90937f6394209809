package org.homeward.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The direction of knowledge. */
class ArchitectureTest {
  /** Features at whose root a domain is; their adapters are in the packages beneath. */
  private static final String[] DOMAINS =
      domains(
          "concern",
          "demonstration",
          "discharge",
          "facility",
          "kiosk",
          "language",
          "metrics",
          "outreach",
          "plan",
          "response",
          "sealing",
          "staff",
          "survey",
          "token",
          "vault");

  private static final String[] ADAPTERS =
      Arrays.stream(DOMAINS).map(domain -> domain + ".*..").toArray(String[]::new);

  private static final JavaClasses HOMEWARD =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(ArchitectureTest::isNoTestJar)
          .importPackages("org.homeward");

  @Test
  void aDomainKnowsTheJdkAndOtherDomains() {
    classes()
        .that()
        .resideInAnyPackage(DOMAINS)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(DOMAINS)
                .or(resideInAnyPackage("java..", "org.jspecify.annotations"))
                .or(resideInAPackage("org.homeward.sms")))
        .because(
            "what Homeward means must be readable, testable and true without a server, a database or a carrier")
        .check(HOMEWARD);
  }

  @Test
  void aDomainUsesOfTheJdkOnlyWhatReachesNoMachine() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAINS)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.sql..",
                "java.net.http..",
                "java.nio.file..",
                "java.util.logging..",
                "java.util.prefs.."))
        .orShould()
        .dependOnClassesThat(
            named(System.Logger.class, java.io.File.class, ProcessBuilder.class, Runtime.class))
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .because("a domain does not log, and what it needs of the outside it is given")
        .check(HOMEWARD);
  }

  @Test
  void onlyOutreachKnowsThePortToCarriers() {
    noClasses()
        .that()
        .resideInAnyPackage("org.homeward..")
        .and()
        .resideOutsideOfPackages(
            "org.homeward.outreach..", "org.homeward.app", "org.homeward.sms..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.homeward.sms..")
        .because("texting is one channel, and the rest must not notice when it is missing")
        .check(HOMEWARD);
  }

  @Test
  void onlyTheAppNamesTwilioAndTheSandbox() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.homeward.app", "org.homeward.sms..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.homeward.sms.twilio..", "org.homeward.sms.sandbox..", "com.twilio..")
        .because("another carrier is another adapter, and no change to what patients are asked")
        .check(HOMEWARD);
  }

  @Test
  void webAndDatabaseAdaptersDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("org.homeward.*.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.homeward.*.postgres..", "org.homeward.db..", "java.sql..")
        .because("a route speaks to its domain; then what is stored can change without it")
        .check(HOMEWARD);
    noClasses()
        .that()
        .resideInAPackage("org.homeward.*.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.homeward.*.http..", "org.homeward.http..", "io.helidon.webserver..")
        .because("what is stored is the same whoever asks for it")
        .check(HOMEWARD);
  }

  @Test
  void onlyTheAppConstructsAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.homeward.app")
        .should()
        .callConstructorWhere(describe("it is an adapter's of another package", this::isForeign))
        .because("the wiring is read in one place, and everything else can be given a fake")
        .check(HOMEWARD);
  }

  @Test
  void nothingKnowsTheApp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.homeward.app")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.homeward.app..")
        .because("configuration is read once and handed down, never reached for")
        .check(HOMEWARD);
  }

  @Test
  void theDatabaseAndTheBridgeKnowNothingOfTheBackend() {
    noClasses()
        .that()
        .resideInAPackage("org.homeward.db..")
        .should()
        .dependOnClassesThat(ofHomewardOutside("org.homeward.db.."))
        .because("the schema outlives the code on it, and is migrated without it")
        .check(HOMEWARD);
    noClasses()
        .that()
        .resideInAPackage("org.homeward.sms..")
        .should()
        .dependOnClassesThat(ofHomewardOutside("org.homeward.sms.."))
        .because("the bridge carries texts, and whose and why is none of its knowledge")
        .check(HOMEWARD);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("org.homeward.(**)")
        .should()
        .beFreeOfCycles()
        .because("of two packages that need each other neither can be understood first")
        .check(HOMEWARD);
  }

  @Test
  void onlyAProgramsStartReadsTheSystemsClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.homeward.app", "org.homeward.sms.sandbox")
        .should()
        .callMethodWhere(describe("it reads the system's clock", ArchitectureTest::readsTheClock))
        .because(
            "time is given as an InstantSource, or no test could pass a night or a change of clocks")
        .check(HOMEWARD);
  }

  @Test
  void nobodyUsesTimesThatForgetTheirZone() {
    noClasses()
        .should()
        .dependOnClassesThat(
            named(
                java.util.Date.class,
                java.util.Calendar.class,
                java.util.TimeZone.class,
                java.text.SimpleDateFormat.class))
        .orShould()
        .callMethod(java.time.ZoneId.class, "systemDefault")
        .because("days are made in the facility's zone, and the machine's is no facility's")
        .check(HOMEWARD);
  }

  private boolean isForeign(JavaConstructorCall call) {
    JavaClass constructed = call.getTargetOwner();
    return resideInAnyPackage(ADAPTERS).test(constructed)
        && !constructed.getPackageName().equals(call.getOriginOwner().getPackageName());
  }

  private static boolean readsTheClock(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    return switch (owner) {
      case "java.lang.System" -> method.equals("currentTimeMillis");
      case "java.time.Clock" -> method.startsWith("system");
      case "java.time.InstantSource" -> method.equals("system");
      default ->
          owner.startsWith("java.time.")
              && method.equals("now")
              && call.getTarget().getRawParameterTypes().isEmpty();
    };
  }

  private static DescribedPredicate<JavaClass> named(Class<?>... types) {
    Set<String> names = Set.copyOf(Stream.of(types).map(Class::getName).toList());
    return describe(
        "one of " + names,
        candidate ->
            names.stream()
                .anyMatch(
                    name ->
                        candidate.getName().equals(name)
                            || candidate.getName().startsWith(name + "$")));
  }

  private static DescribedPredicate<JavaClass> ofHomewardOutside(String own) {
    return resideInAPackage("org.homeward..").and(DescribedPredicate.not(resideInAPackage(own)));
  }

  private static boolean isNoTestJar(Location location) {
    return !location.contains("-tests.jar");
  }

  private static String[] domains(String... names) {
    return Arrays.stream(names).map(name -> "org.homeward." + name).toArray(String[]::new);
  }
}
