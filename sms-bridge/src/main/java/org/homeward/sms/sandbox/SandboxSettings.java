package org.homeward.sms.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox carrier is set up.
 *
 * @param port 0 for any free one
 * @param publicUrl the service's public base URL: where webhooks go
 * @param directory where texts are kept; null keeps them in memory only
 * @param keywordHandling whether STOP, START and HELP are handled here, as by a Twilio number with
 *     its default keyword handling
 * @param pace the time between one status of a text and the next
 */
public record SandboxSettings(
    int port,
    String bind,
    URI publicUrl,
    String accountSid,
    String authToken,
    @Nullable Path directory,
    boolean keywordHandling,
    Duration pace) {

  private static final Duration LIFELIKE = Duration.ofMillis(700);

  public SandboxSettings {
    if (accountSid.isBlank() || authToken.isBlank()) {
      throw new IllegalArgumentException("The sandbox carrier needs an account SID and a token");
    }
  }

  /** On a free port of this machine, in memory, in a hurry. */
  public static SandboxSettings forTests(String accountSid, String authToken) {
    return new SandboxSettings(
        0,
        "127.0.0.1",
        URI.create("http://localhost:8080"),
        accountSid,
        authToken,
        null,
        false,
        Duration.ofMillis(5));
  }

  /**
   * The settings that the environment variables give.
   *
   * @throws IllegalArgumentException saying which variable is missing or wrong
   */
  public static SandboxSettings fromEnvironment(Map<String, String> environment) {
    String data = environment.getOrDefault("HOMEWARD_DATA", "");
    return new SandboxSettings(
        port(environment.getOrDefault("HOMEWARD_SANDBOX_PORT", "8081")),
        environment.getOrDefault("HOMEWARD_SANDBOX_BIND", "127.0.0.1"),
        URI.create(environment.getOrDefault("HOMEWARD_PUBLIC_URL", "http://localhost:8080")),
        required(environment, "HOMEWARD_TWILIO_ACCOUNT_SID"),
        required(environment, "HOMEWARD_TWILIO_AUTH_TOKEN"),
        data.isBlank() ? null : Path.of(data).resolve("sandbox"),
        environment.getOrDefault("HOMEWARD_SANDBOX_KEYWORDS", "off").equals("on"),
        LIFELIKE);
  }

  public SandboxSettings withPublicUrl(URI url) {
    return new SandboxSettings(
        port, bind, url, accountSid, authToken, directory, keywordHandling, pace);
  }

  public SandboxSettings withDirectory(Path path) {
    return new SandboxSettings(
        port, bind, publicUrl, accountSid, authToken, path, keywordHandling, pace);
  }

  public SandboxSettings withKeywordHandling() {
    return new SandboxSettings(port, bind, publicUrl, accountSid, authToken, directory, true, pace);
  }

  public SandboxSettings withPace(Duration newPace) {
    return new SandboxSettings(
        port, bind, publicUrl, accountSid, authToken, directory, keywordHandling, newPace);
  }

  private static int port(String value) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
      throw new IllegalArgumentException("HOMEWARD_SANDBOX_PORT is not a port: " + value);
    }
    return Integer.parseInt(value);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          name + " is not set: the sandbox carrier signs its webhooks with the service's own");
    }
    return value;
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "SandboxSettings[" + bind + ":" + port + ", " + publicUrl + ", " + accountSid + "]";
  }
}
