package org.homeward.sms.sandbox;

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** The sandbox carrier as a process of its own. */
public final class SandboxMain {

  private SandboxMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    SandboxSettings settings;
    try {
      settings = SandboxSettings.fromEnvironment(System.getenv());
    } catch (IllegalArgumentException e) {
      System.err.println("The sandbox carrier cannot start: " + e.getMessage());
      System.exit(2);
      return;
    }
    SandboxCarrier carrier;
    try {
      carrier = SandboxCarrier.start(settings);
    } catch (UncheckedIOException e) {
      System.err.println("The sandbox carrier cannot start: " + e.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(carrier::close, "closing"));
    System.out.println("Sandbox phones: http://localhost:" + carrier.port() + "/");
    new CountDownLatch(1).await();
  }
}
