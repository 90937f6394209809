package org.homeward.db;

import java.time.Duration;

/**
 * How to reach the database.
 *
 * @param url JDBC URL of the service's own, limited role, user and password included
 * @param poolSize connections at most
 * @param connectionWait how long a request waits for a connection before it is told to come again
 * @param statementTimeout the server ends a statement that runs longer
 */
public record DatabaseSettings(
    String url, int poolSize, Duration connectionWait, Duration statementTimeout) {

  public static DatabaseSettings of(String url) {
    return new DatabaseSettings(url, 10, Duration.ofSeconds(3), Duration.ofSeconds(30));
  }

  @Override
  public String toString() {
    return "DatabaseSettings[poolSize=%d]".formatted(poolSize);
  }
}
