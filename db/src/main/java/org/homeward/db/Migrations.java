package org.homeward.db;

import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Brings a database to the schema that this version works with. */
public final class Migrations {
  private Migrations() {}

  /**
   * Applies what is missing. Several processes may call it at once: Flyway takes a lock.
   *
   * @param ownerUrl JDBC URL of the role that owns the schema, user and password included
   * @param serviceRole name of the service's role, which is granted what it does
   */
  public static void apply(String ownerUrl, String serviceRole) {
    Flyway.configure()
        .dataSource(ownerUrl, null, null)
        .locations("classpath:db/migration")
        .placeholders(Map.of("service_role", serviceRole))
        .load()
        .migrate();
  }

  /** The user that a JDBC URL of PostgreSQL names. */
  public static String roleOf(String url) {
    Properties properties = Driver.parseURL(url, new Properties());
    String role = properties == null ? null : PGProperty.USER.getOrDefault(properties);
    if (role == null) {
      throw new IllegalArgumentException(
          "A database URL looks like jdbc:postgresql://host:5432/homeward?user=…&password=…");
    }
    return role;
  }
}
