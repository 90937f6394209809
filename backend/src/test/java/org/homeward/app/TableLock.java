package org.homeward.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.homeward.db.TestDatabase;

/** A table held by the owner, so that everything the service does with it waits. */
final class TableLock implements AutoCloseable {
  private final Connection connection;

  private TableLock(Connection connection) {
    this.connection = connection;
  }

  static TableLock on(String table) throws SQLException {
    Connection connection = DriverManager.getConnection(TestDatabase.ownerUrl());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
    return new TableLock(connection);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
