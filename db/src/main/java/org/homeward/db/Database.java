package org.homeward.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbTransaction;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which the service runs SQL: Helidon's dbclient over a Hikari pool.
 *
 * <p>Everything runs in a transaction that is closed here, whatever happens. dbclient by itself
 * keeps the connection of a statement whose parameters could not be set, and that of a transaction
 * nobody ended.
 */
public final class Database implements Statements, AutoCloseable {
  private final HikariDataSource pool;
  private final DbClient client;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.client = JdbcClientBuilder.create().connectionPool(() -> connection(pool)).build();
  }

  public static Database open(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("homeward");
    config.setJdbcUrl(settings.url());
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(settings.connectionWait().toMillis());
    config.setValidationTimeout(Math.min(1_000, settings.connectionWait().toMillis()));
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "homeward");
    // dbclient sends UUIDs as text; PostgreSQL then takes their type from where they stand.
    config.addDataSourceProperty("stringtype", "unspecified");
    config.addDataSourceProperty("connectTimeout", "3");
    // Above the server's own limit: this one is for a server that says nothing any more.
    config.addDataSourceProperty(
        "socketTimeout", Long.toString(settings.statementTimeout().plusSeconds(5).toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty(
        "options", "-c statement_timeout=" + settings.statementTimeout().toMillis());
    return new Database(new HikariDataSource(config));
  }

  /** For libraries that bring their own SQL (db-scheduler), and for COPY. */
  public DataSource dataSource() {
    return pool;
  }

  /** Connections in use now. */
  public int activeConnections() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  /** All of the work or nothing of it. */
  public <T extends @Nullable Object> T transact(Function<Statements, T> work) {
    return Failures.translated(
        () -> {
          DbTransaction transaction = client.transaction();
          boolean done = false;
          try {
            T result = work.apply(new TransactionStatements(transaction));
            transaction.commit();
            done = true;
            return result;
          } finally {
            if (!done) {
              rollBack(transaction);
            }
          }
        });
  }

  @Override
  public <T> List<T> rows(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
    return transact(statements -> statements.rows(sql, mapper, parameters));
  }

  @Override
  public long change(String sql, @Nullable Object... parameters) {
    return transact(statements -> statements.change(sql, parameters));
  }

  @Override
  public void close() {
    pool.close();
  }

  /** A failed commit has closed its connection already, and then there is nothing to roll back. */
  private static void rollBack(DbTransaction transaction) {
    try {
      transaction.rollback();
    } catch (RuntimeException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "Nothing was left to roll back: {0}", e.getMessage());
    }
  }

  private static Connection connection(DataSource pool) {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw new DatabaseUnavailable(e);
    }
  }
}
