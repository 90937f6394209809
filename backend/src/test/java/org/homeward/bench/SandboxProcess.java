package org.homeward.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.homeward.app.ServiceUnderTest;

/** The sandbox carrier from the packaged service, as a process of its own. */
final class SandboxProcess implements AutoCloseable {
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String TOKEN = "token of the tests";

  private final Process process;
  private final int port;

  private SandboxProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** It holds back its status reports, so that what is measured is sending. */
  static SandboxProcess start() throws IOException, InterruptedException {
    int port = ServiceUnderTest.freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-cp",
            System.getenv("HOMEWARD_JAR"),
            "org.homeward.sms.sandbox.SandboxMain");
    builder.environment().put("HOMEWARD_TWILIO_ACCOUNT_SID", ACCOUNT);
    builder.environment().put("HOMEWARD_TWILIO_AUTH_TOKEN", TOKEN);
    builder.environment().put("HOMEWARD_SANDBOX_PORT", Integer.toString(port));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); ; line = output.readLine()) {
      if (line == null) {
        throw new IOException("The sandbox carrier ended before it was ready");
      }
      if (line.startsWith("Sandbox phones:")) {
        break;
      }
    }
    SandboxProcess sandbox = new SandboxProcess(process, port);
    sandbox.holdBackReports();
    return sandbox;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void holdBackReports() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(url().resolve("/sandbox/failures"))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"kind\":\"CALLBACKS_LATE\",\"seconds\":3600,\"times\":0}"))
              .build(),
          BodyHandlers.discarding());
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
