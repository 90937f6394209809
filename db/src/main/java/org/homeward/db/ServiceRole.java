package org.homeward.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** What must be true of the service's role before the service can work with it. */
public final class ServiceRole {
  private static final String SECONDS_TO_CONNECT = "10";

  private ServiceRole() {}

  /**
   * The user that a JDBC URL of PostgreSQL names. Throws {@link StorageUnusable} when it is no such
   * URL.
   */
  public static String of(String url) {
    Properties properties = Driver.parseURL(url, new Properties());
    String role = properties == null ? null : PGProperty.USER.getOrDefault(properties);
    if (role == null) {
      throw new StorageUnusable(
          "HOMEWARD_DB_URL and HOMEWARD_DB_OWNER_URL look like jdbc:postgresql://host:5432/homeward?user=…&password=…");
    }
    return role;
  }

  /**
   * Throws {@link StorageUnusable} when the role cannot connect, finds no schema, or may not store.
   */
  public static void check(String url) {
    String role = of(url);
    try (Connection connection = DriverManager.getConnection(url, patience());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(FOUND)) {
      found.next();
      if (!found.getBoolean("schema")) {
        throw new StorageUnusable(
            "The database has no tables of Homeward. Set HOMEWARD_DB_OWNER_URL to the role that makes them.");
      }
      if (!found.getBoolean("rights")) {
        throw new StorageUnusable(
            "The role %s of HOMEWARD_DB_URL has no rights on Homeward's tables. Set the role they were made for."
                .formatted(role));
      }
    } catch (SQLException e) {
      throw unusable("HOMEWARD_DB_URL", e);
    }
  }

  private static final String FOUND =
      """
      SELECT c.oid IS NOT NULL AS schema,
        coalesce(has_table_privilege(c.oid, 'INSERT'), false) AS rights
      FROM (SELECT to_regclass('response') AS oid) c
      """;

  /** In the words of the person who set it; the URL, which holds a password, stays out. */
  static StorageUnusable unusable(String variable, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    // Class 28 is a refused role or password, 3D000 a database that is not there, 42501 a missing
    // right.
    String reason =
        switch (state) {
          case "28P01", "28000" -> "The database refuses the user or the password of " + variable;
          case "3D000" -> "The server has no database of the name in " + variable;
          case "42501" -> "The role of " + variable + " has not the rights it needs";
          default ->
              state.startsWith("08")
                  ? "The database of " + variable + " cannot be reached"
                  : "The database of " + variable + " cannot be used";
        };
    return new StorageUnusable(reason + ": " + e.getMessage(), e);
  }

  private static Properties patience() {
    Properties properties = new Properties();
    properties.setProperty(PGProperty.LOGIN_TIMEOUT.getName(), SECONDS_TO_CONNECT);
    return properties;
  }
}
