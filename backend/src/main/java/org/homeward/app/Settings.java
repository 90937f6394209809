package org.homeward.app;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.homeward.outreach.Keywords;
import org.homeward.sms.twilio.TwilioAccount;

/**
 * Everything that can be set, one record a feature. A key like {@code homeward.db.url} is set by
 * the environment variable {@code HOMEWARD_DB_URL}, or by a line of {@code homeward.properties} in
 * the data directory; the environment wins. Each key is described in docs/configuration.md, which a
 * test holds against {@link Key}.
 */
public record Settings(
    Web web,
    Storage storage,
    Carrier carrier,
    Sending sending,
    Staff staff,
    Logging logging,
    boolean demonstration) {

  /** Every key there is, and its default where there is one. */
  enum Key {
    PORT("homeward.port", "8080"),
    BIND("homeward.bind", "127.0.0.1"),
    PUBLIC_URL("homeward.public.url", ""),
    TLS_CERT("homeward.tls.cert", ""),
    TLS_KEY("homeward.tls.key", ""),
    CONCURRENCY("homeward.concurrency", "512"),
    GRACE_SECONDS("homeward.grace.seconds", "10"),
    DATA("homeward.data", ".homeward"),
    DB_URL("homeward.db.url", ""),
    DB_OWNER_URL("homeward.db.owner.url", ""),
    DB_POOL("homeward.db.pool", "10"),
    ADMIN_PASSWORD("homeward.admin.password", ""),
    CARRIER("homeward.carrier", "none"),
    TWILIO_ACCOUNT_SID("homeward.twilio.account.sid", ""),
    TWILIO_AUTH_TOKEN("homeward.twilio.auth.token", ""),
    TWILIO_API_URL("homeward.twilio.api.url", ""),
    TWILIO_CONTENT_RETENTION("homeward.twilio.content.retention", "retain"),
    TWILIO_ADDRESS_RETENTION("homeward.twilio.address.retention", "retain"),
    SENDER_RATE("homeward.sender.rate", "1"),
    ACCOUNT_RATE("homeward.account.rate", "50"),
    SMS_KEYWORDS("homeward.sms.keywords", ""),
    SANDBOX_PHONES_URL("homeward.sandbox.phones.url", ""),
    LOG_JSON("homeward.log.json", "false"),
    DEMONSTRATION("homeward.demonstration", "false");

    final String name;
    final String fallback;

    Key(String name, String fallback) {
      this.name = name;
      this.fallback = fallback;
    }

    String variable() {
      return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
  }

  /**
   * How pages and webhooks are served.
   *
   * @param publicUrl what tablets and Twilio see, without a slash at its end
   * @param concurrency requests handled at once
   * @param grace how long a stop waits for requests under way
   */
  public record Web(
      int port, String bind, URI publicUrl, Optional<Tls> tls, int concurrency, Duration grace) {}

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  /**
   * Where data is kept.
   *
   * @param url of the service's own role; empty means the embedded PostgreSQL
   * @param ownerUrl of the role that migrates
   */
  public record Storage(Path data, Optional<String> url, Optional<String> ownerUrl, int pool) {
    @Override
    public String toString() {
      return "Storage[data=%s, external=%s]".formatted(data, url.isPresent());
    }
  }

  /** Where texts go. */
  public sealed interface Carrier {
    /** Nowhere: no conversation starts. */
    record None() implements Carrier {}

    /** Twilio, or whatever speaks like it. */
    record Twilio(TwilioAccount account) implements Carrier {}

    /** The sandbox carrier, which is reached exactly as Twilio is. */
    record Sandbox(TwilioAccount account, URI phonesUrl) implements Carrier {}
  }

  /**
   * How texts go.
   *
   * @param ofSender texts a second by each of our numbers; 0 for no limit
   * @param ofAccount texts a second through the whole account; 0 for no limit
   * @param keywords who answers STOP, START and HELP
   */
  public record Sending(int ofSender, int ofAccount, Keywords keywords) {}

  /**
   * How staff begin.
   *
   * @param administratorPassword of the first administrator; read at the first start only
   */
  public record Staff(Optional<String> administratorPassword) {
    @Override
    public String toString() {
      return "Staff[]";
    }
  }

  /**
   * How it logs.
   *
   * @param json one JSON object a line instead of plain text
   */
  public record Logging(boolean json) {}

  /**
   * From the environment, the file in the data directory, and the defaults. Throws {@link
   * Unusable}.
   */
  public static Settings load() {
    return load(System.getenv());
  }

  static Settings load(Map<String, String> environment) {
    Map<String, String> set = new HashMap<>();
    for (Key key : Key.values()) {
      String value = environment.getOrDefault(key.variable(), "").strip();
      // Set to nothing is how a script says that it is not set.
      if (!value.isEmpty()) {
        set.put(key.name, value);
      }
    }
    Path data = path(Key.DATA, set.getOrDefault(Key.DATA.name, Key.DATA.fallback));
    Config config =
        Config.builder()
            .disableEnvironmentVariablesSource()
            .disableSystemPropertiesSource()
            .sources(
                ConfigSources.create(set),
                ConfigSources.file(data.resolve("homeward.properties")).optional())
            .build();
    return from(config);
  }

  static Settings from(Config config) {
    return new Settings(
        web(config),
        new Storage(
            path(Key.DATA, text(config, Key.DATA)).toAbsolutePath().normalize(),
            optional(config, Key.DB_URL),
            optional(config, Key.DB_OWNER_URL),
            number(config, Key.DB_POOL, 1, 1_000)),
        carrier(config),
        new Sending(
            number(config, Key.SENDER_RATE, 0, 10_000),
            number(config, Key.ACCOUNT_RATE, 0, 10_000),
            keywords(config)),
        new Staff(optional(config, Key.ADMIN_PASSWORD)),
        new Logging(flag(config, Key.LOG_JSON)),
        flag(config, Key.DEMONSTRATION));
  }

  private static Web web(Config config) {
    int port = number(config, Key.PORT, 1, 65_535);
    Optional<Path> certificate =
        optional(config, Key.TLS_CERT).map(text -> path(Key.TLS_CERT, text));
    Optional<Path> key = optional(config, Key.TLS_KEY).map(text -> path(Key.TLS_KEY, text));
    if (certificate.isPresent() != key.isPresent()) {
      throw new Unusable("Set both HOMEWARD_TLS_CERT and HOMEWARD_TLS_KEY, or neither of them.");
    }
    Optional<Tls> tls = certificate.map(c -> new Tls(c, key.orElseThrow()));
    String scheme = tls.isPresent() ? "https" : "http";
    URI publicUrl =
        optional(config, Key.PUBLIC_URL)
            .map(text -> url(Key.PUBLIC_URL, text))
            .orElse(URI.create(scheme + "://localhost:" + port));
    return new Web(
        port,
        text(config, Key.BIND),
        publicUrl,
        tls,
        number(config, Key.CONCURRENCY, 1, 1_000_000),
        Duration.ofSeconds(number(config, Key.GRACE_SECONDS, 0, 3_600)));
  }

  private static Carrier carrier(Config config) {
    String kind = text(config, Key.CARRIER);
    return switch (kind) {
      case "none" -> new Carrier.None();
      case "twilio" -> new Carrier.Twilio(account(config));
      case "sandbox" ->
          new Carrier.Sandbox(
              account(config), url(Key.SANDBOX_PHONES_URL, needed(config, Key.SANDBOX_PHONES_URL)));
      default ->
          throw new Unusable("HOMEWARD_CARRIER is none, twilio or sandbox, not \"" + kind + "\".");
    };
  }

  private static Keywords keywords(Config config) {
    return optional(config, Key.SMS_KEYWORDS)
        .map(
            text ->
                Keywords.of(text)
                    .orElseThrow(
                        () ->
                            new Unusable(
                                "HOMEWARD_SMS_KEYWORDS is carrier, advanced-opt-out or us, not \""
                                    + text
                                    + "\".")))
        .orElse(text(config, Key.CARRIER).equals("twilio") ? Keywords.CARRIER : Keywords.US);
  }

  private static TwilioAccount account(Config config) {
    return new TwilioAccount(
        needed(config, Key.TWILIO_ACCOUNT_SID),
        needed(config, Key.TWILIO_AUTH_TOKEN),
        optional(config, Key.TWILIO_API_URL).map(text -> url(Key.TWILIO_API_URL, text)),
        Duration.ofSeconds(10),
        new TwilioAccount.Retention(
            retained(config, Key.TWILIO_CONTENT_RETENTION, "discard"),
            retained(config, Key.TWILIO_ADDRESS_RETENTION, "obfuscate")));
  }

  private static boolean retained(Config config, Key key, String otherwise) {
    String text = text(config, key);
    if (text.equals("retain") || text.equals(otherwise)) {
      return text.equals("retain");
    }
    throw new Unusable(
        "%s is retain or %s, not \"%s\".".formatted(key.variable(), otherwise, text));
  }

  private static String text(Config config, Key key) {
    return config.get(key.name).asString().orElse(key.fallback).strip();
  }

  private static Optional<String> optional(Config config, Key key) {
    return Optional.of(text(config, key)).filter(text -> !text.isEmpty());
  }

  private static String needed(Config config, Key key) {
    return optional(config, key)
        .orElseThrow(
            () ->
                new Unusable(
                    "Set %s: HOMEWARD_CARRIER=%s needs it."
                        .formatted(key.variable(), text(config, Key.CARRIER))));
  }

  private static int number(Config config, Key key, int least, int most) {
    String text = text(config, key);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new Unusable(
        "%s is a number from %d to %d, not \"%s\".".formatted(key.variable(), least, most, text));
  }

  private static boolean flag(Config config, Key key) {
    String text = text(config, key);
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Unusable("%s is true or false, not \"%s\".".formatted(key.variable(), text));
    };
  }

  private static Path path(Key key, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Unusable(key.variable() + " is not a path on this machine.");
    }
  }

  private static URI url(Key key, String text) {
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, as for a URL of another kind.
    }
    throw new Unusable(key.variable() + " is a URL like https://homeward.example.org.");
  }

  /** What was set cannot be used; the message says what to do. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }
}
