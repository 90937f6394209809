package org.homeward.app;

import java.time.Clock;

/** Starts Homeward and keeps it running until it is told to stop. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Settings settings;
    try {
      settings = Settings.load();
    } catch (Settings.Unusable e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Logs.configure(settings.logging());
    Service service = Service.start(settings, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    service
        .generatedPassword()
        .ifPresent(
            password ->
                System.out.printf(
                    "The first administrator is \"admin\" with the password %s (shown this once).%n",
                    password));
    System.out.println("Homeward is ready: " + settings.web().publicUrl());
  }
}
