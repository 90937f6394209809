package org.homeward.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.homeward.outreach.Keywords;
import org.homeward.sms.twilio.TwilioAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  /** Of every key a value that is not its default. */
  private static final Map<Settings.Key, String> OTHERS =
      Map.ofEntries(
          Map.entry(Settings.Key.PORT, "9090"),
          Map.entry(Settings.Key.BIND, "0.0.0.0"),
          Map.entry(Settings.Key.PUBLIC_URL, "https://homeward.example.org/"),
          Map.entry(Settings.Key.TLS_CERT, "/etc/homeward/cert.pem"),
          Map.entry(Settings.Key.TLS_KEY, "/etc/homeward/key.pem"),
          Map.entry(Settings.Key.CONCURRENCY, "64"),
          Map.entry(Settings.Key.GRACE_SECONDS, "3"),
          Map.entry(Settings.Key.DB_URL, "jdbc:postgresql://db/homeward?user=service"),
          Map.entry(Settings.Key.DB_OWNER_URL, "jdbc:postgresql://db/homeward?user=owner"),
          Map.entry(Settings.Key.DB_POOL, "4"),
          Map.entry(Settings.Key.ADMIN_PASSWORD, "correct horse"),
          Map.entry(Settings.Key.CARRIER, "sandbox"),
          Map.entry(Settings.Key.TWILIO_ACCOUNT_SID, "AC00000000000000000000000000000000"),
          Map.entry(Settings.Key.TWILIO_AUTH_TOKEN, "token"),
          Map.entry(Settings.Key.TWILIO_API_URL, "http://localhost:8090"),
          Map.entry(Settings.Key.TWILIO_CONTENT_RETENTION, "discard"),
          Map.entry(Settings.Key.TWILIO_ADDRESS_RETENTION, "obfuscate"),
          Map.entry(Settings.Key.SENDER_RATE, "3"),
          Map.entry(Settings.Key.ACCOUNT_RATE, "0"),
          Map.entry(Settings.Key.SMS_KEYWORDS, "advanced-opt-out"),
          Map.entry(Settings.Key.SANDBOX_PHONES_URL, "http://localhost:8091"),
          Map.entry(Settings.Key.LOG_JSON, "true"),
          Map.entry(Settings.Key.DEMONSTRATION, "true"));

  @TempDir Path data;

  @Test
  void nothingSetIsAnInstallationOnThisMachineAlone() {
    assertEquals(
        new Settings(
            new Settings.Web(
                8080,
                "127.0.0.1",
                URI.create("http://localhost:8080"),
                Optional.empty(),
                512,
                Duration.ofSeconds(10)),
            new Settings.Storage(data, Optional.empty(), Optional.empty(), 10),
            new Settings.Carrier.None(),
            new Settings.Sending(1, 50, Keywords.US),
            new Settings.Staff(Optional.empty()),
            new Settings.Logging(false),
            false),
        Settings.load(environment(Map.of())));
    assertEquals(
        Path.of("").toAbsolutePath().resolve(".homeward"),
        Settings.load(Map.of()).storage().data());
  }

  @Test
  void everyKeyIsSetByItsEnvironmentVariable() {
    assertEquals(others(), Settings.load(environment(OTHERS)));
  }

  @Test
  void everyKeyIsSetByItsLineInTheFile() throws IOException {
    write(OTHERS);
    assertEquals(others(), Settings.load(environment(Map.of())));
  }

  @Test
  void theseTestsSetEveryKey() {
    assertEquals(
        Arrays.stream(Settings.Key.values())
            .filter(key -> key != Settings.Key.DATA)
            .collect(Collectors.toSet()),
        OTHERS.keySet());
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    write(Map.of(Settings.Key.PORT, "9090", Settings.Key.BIND, "0.0.0.0"));
    Settings settings = Settings.load(environment(Map.of(Settings.Key.PORT, "7070")));
    assertEquals(7070, settings.web().port());
    assertEquals("0.0.0.0", settings.web().bind());
  }

  @Test
  void aVariableThatIsSetToNothingIsNotSet() throws IOException {
    write(Map.of(Settings.Key.PORT, "9090"));
    assertEquals(9090, Settings.load(environment(Map.of(Settings.Key.PORT, " "))).web().port());
  }

  @Test
  void aCertificateMakesThePublicUrlHttps() {
    Settings settings =
        Settings.load(
            environment(
                Map.of(Settings.Key.TLS_CERT, "cert.pem", Settings.Key.TLS_KEY, "key.pem")));
    assertEquals(URI.create("https://localhost:8080"), settings.web().publicUrl());
  }

  @Test
  void whatCannotBeUsedIsSaidInASentenceThatNamesItAndSaysWhatToDo() {
    refused(
        Map.of(Settings.Key.PORT, "http"),
        "HOMEWARD_PORT is a number from 1 to 65535, not \"http\".");
    refused(
        Map.of(Settings.Key.PORT, "70000"),
        "HOMEWARD_PORT is a number from 1 to 65535, not \"70000\".");
    refused(
        Map.of(Settings.Key.CONCURRENCY, "0"),
        "HOMEWARD_CONCURRENCY is a number from 1 to 1000000, not \"0\".");
    refused(
        Map.of(Settings.Key.DB_POOL, "-1"),
        "HOMEWARD_DB_POOL is a number from 1 to 1000, not \"-1\".");
    refused(
        Map.of(Settings.Key.GRACE_SECONDS, "1.5"),
        "HOMEWARD_GRACE_SECONDS is a number from 0 to 3600, not \"1.5\".");
    refused(
        Map.of(
            Settings.Key.CARRIER,
            "twilio",
            Settings.Key.TWILIO_ACCOUNT_SID,
            "AC",
            Settings.Key.TWILIO_AUTH_TOKEN,
            "token",
            Settings.Key.TWILIO_CONTENT_RETENTION,
            "false"),
        "HOMEWARD_TWILIO_CONTENT_RETENTION is retain or discard, not \"false\".");
    refused(
        Map.of(Settings.Key.LOG_JSON, "yes"), "HOMEWARD_LOG_JSON is true or false, not \"yes\".");
    refused(
        Map.of(Settings.Key.DEMONSTRATION, "TRUE"),
        "HOMEWARD_DEMONSTRATION is true or false, not \"TRUE\".");
    for (String url :
        List.of("homeward.example.org", "ftp://example.org", "http://", "http://a b")) {
      refused(
          Map.of(Settings.Key.PUBLIC_URL, url),
          "HOMEWARD_PUBLIC_URL is a URL like https://homeward.example.org.");
    }
    refused(
        Map.of(Settings.Key.TLS_CERT, "cert.pem"),
        "Set both HOMEWARD_TLS_CERT and HOMEWARD_TLS_KEY, or neither of them.");
    refused(
        Map.of(Settings.Key.CARRIER, "pigeon"),
        "HOMEWARD_CARRIER is none, twilio or sandbox, not \"pigeon\".");
    refused(
        Map.of(Settings.Key.CARRIER, "twilio"),
        "Set HOMEWARD_TWILIO_ACCOUNT_SID: HOMEWARD_CARRIER=twilio needs it.");
    refused(
        Map.of(
            Settings.Key.CARRIER,
            "sandbox",
            Settings.Key.TWILIO_ACCOUNT_SID,
            "AC0",
            Settings.Key.TWILIO_AUTH_TOKEN,
            "t"),
        "Set HOMEWARD_SANDBOX_PHONES_URL: HOMEWARD_CARRIER=sandbox needs it.");
    refused(
        Map.of(Settings.Key.TLS_CERT, "\0", Settings.Key.TLS_KEY, "key.pem"),
        "HOMEWARD_TLS_CERT is not a path");
  }

  @Test
  void passwordsAndTokensAreInNoLog() {
    String told = others().toString();
    for (Settings.Key secret :
        List.of(Settings.Key.ADMIN_PASSWORD, Settings.Key.DB_URL, Settings.Key.DB_OWNER_URL)) {
      assertFalse(told.contains(OTHERS.getOrDefault(secret, "?")), told);
    }
    assertFalse(told.contains("authToken=token"), told);
  }

  /** A row is: variable, line in the file, default, meaning. */
  @Test
  void everyKeyIsDocumentedWithItsDefault() throws IOException {
    String documented = Files.readString(Path.of("..", "docs", "configuration.md"));
    for (Settings.Key key : Settings.Key.values()) {
      String usual = key.fallback.isEmpty() ? "" : "`" + key.fallback + "`";
      String row = "| `%s` | `%s` | %s".formatted(key.variable(), key.name, usual);
      assertTrue(documented.contains(row.stripTrailing()), row);
    }
    assertEquals(
        Settings.Key.values().length,
        documented.lines().filter(line -> line.startsWith("| `HOMEWARD_")).count(),
        "A row for each key, and no row for what is none");
  }

  private Settings others() {
    return new Settings(
        new Settings.Web(
            9090,
            "0.0.0.0",
            URI.create("https://homeward.example.org"),
            Optional.of(
                new Settings.Tls(
                    Path.of("/etc/homeward/cert.pem"), Path.of("/etc/homeward/key.pem"))),
            64,
            Duration.ofSeconds(3)),
        new Settings.Storage(
            data,
            Optional.of("jdbc:postgresql://db/homeward?user=service"),
            Optional.of("jdbc:postgresql://db/homeward?user=owner"),
            4),
        new Settings.Carrier.Sandbox(
            new TwilioAccount(
                "AC00000000000000000000000000000000",
                "token",
                Optional.of(URI.create("http://localhost:8090")),
                Duration.ofSeconds(10),
                new TwilioAccount.Retention(false, false)),
            URI.create("http://localhost:8091")),
        new Settings.Sending(3, 0, Keywords.ADVANCED_OPT_OUT),
        new Settings.Staff(Optional.of("correct horse")),
        new Settings.Logging(true),
        true);
  }

  private void refused(Map<Settings.Key, String> set, String sentence) {
    Settings.Unusable refusal =
        assertThrows(Settings.Unusable.class, () -> Settings.load(environment(set)));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(sentence), refusal.getMessage());
  }

  private Map<String, String> environment(Map<Settings.Key, String> set) {
    Map<String, String> environment = new HashMap<>();
    environment.put(Settings.Key.DATA.variable(), data.toString());
    set.forEach((key, value) -> environment.put(key.variable(), value));
    return environment;
  }

  private void write(Map<Settings.Key, String> set) throws IOException {
    Properties file = new Properties();
    set.forEach((key, value) -> file.setProperty(key.name, value));
    try (OutputStream out = Files.newOutputStream(data.resolve("homeward.properties"))) {
      file.store(out, "");
    }
  }
}
