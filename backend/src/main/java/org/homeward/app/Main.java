package org.homeward.app;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.homeward.db.StorageUnusable;

/** Starts Homeward and keeps it running until it is told to stop. */
public final class Main {
  private static final int UNUSABLE = 2;
  private static final int LONGEST_START_SECONDS = 60;

  private Main() {}

  public static void main(String[] arguments) {
    CompletableFuture<Service> started = new CompletableFuture<>();
    try {
      Settings settings = Settings.load();
      Logs.configure(settings.logging());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "stop"));
      Service service = Service.start(settings, Clock.systemUTC());
      started.complete(service);
      announce(settings, service);
    } catch (Settings.Unusable | StorageUnusable e) {
      started.completeExceptionally(e);
      System.err.println("Homeward cannot start: " + e.getMessage());
      System.exit(UNUSABLE);
    } catch (RuntimeException | Error e) {
      started.completeExceptionally(e);
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void announce(Settings settings, Service service) {
    service
        .generatedPassword()
        .ifPresent(
            password ->
                System.out.printf(
                    "The first administrator is \"admin\" with the password %s (shown this once).%n",
                    password));
    System.out.printf(
        "Homeward is ready: %1$s%n  dashboard  %1$s/admin/%n  kiosk      %1$s/kiosk/%n",
        settings.web().publicUrl());
  }

  /** Also while it is still starting, or PostgreSQL would be left behind. */
  private static void stop(CompletableFuture<Service> started) {
    try {
      started.get(LONGEST_START_SECONDS, TimeUnit.SECONDS).close();
    } catch (ExecutionException | TimeoutException e) {
      // A start that failed has closed what it opened; one that hangs leaves an orphan, which the
      // next start stops.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
