package org.homeward.db;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the schema that this version works with. */
public final class Migrations {
  private Migrations() {}

  /**
   * Applies what is missing. Several processes may call it at once: Flyway takes a lock. Throws
   * {@link StorageUnusable} when the owner cannot connect or lacks rights.
   *
   * @param ownerUrl JDBC URL of the role that owns the schema, user and password included
   * @param serviceRole name of the service's role, which is granted what it does
   */
  public static void apply(String ownerUrl, String serviceRole) {
    ServiceRole.of(ownerUrl);
    try {
      Flyway.configure()
          .dataSource(ownerUrl, null, null)
          .locations("classpath:db/migration")
          .placeholders(Map.of("service_role", serviceRole))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw Failures.sqlCause(e)
          .<RuntimeException>map(cause -> ServiceRole.unusable("HOMEWARD_DB_OWNER_URL", cause))
          .orElse(e);
    }
  }
}
