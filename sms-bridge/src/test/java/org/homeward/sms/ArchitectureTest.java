package org.homeward.sms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses BRIDGE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.homeward.sms");

  @Test
  void thePortKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.homeward.sms")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify.annotations", "org.homeward.sms")
        .because("outreach is written against the port alone, and must not care who carries")
        .check(BRIDGE);
  }

  @Test
  void twilioAndTheSandboxDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("org.homeward.sms.twilio")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.homeward.sms.sandbox", "io.helidon..")
        .because("what runs in production must not depend on what imitates it")
        .check(BRIDGE);
    noClasses()
        .that()
        .resideInAPackage("org.homeward.sms.sandbox")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.homeward.sms.twilio", "com.twilio..")
        .because("a sandbox made of Twilio's own code could not show that we misread it")
        .check(BRIDGE);
  }
}
