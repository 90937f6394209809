package org.homeward.demonstration.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.homeward.demonstration.Bookshelf;
import org.homeward.demonstration.Story;
import org.homeward.facility.FacilityId;

/** Copies a story into PostgreSQL in one transaction: a crash leaves nothing of it. */
public final class PostgresBookshelf implements Bookshelf {
  private final DataSource dataSource;

  public PostgresBookshelf(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Outcome shelve(Supplier<Story> story, int instrument) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Outcome outcome = shelve(connection, story, instrument);
        connection.commit();
        return outcome;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The demonstration hospital was not loaded", e);
    }
  }

  private static Outcome shelve(Connection connection, Supplier<Story> story, int instrument)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
      // Replicas that start together wait here; all but the first then find it there.
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('homeward demonstration'))");
      List<FacilityId> there = facilities(statement);
      if (!there.isEmpty()) {
        return new Outcome.AlreadyThere(there);
      }
      Story written = story.get();
      StoryCopy copy = new StoryCopy(connection, instrument);
      for (Story.Chapter chapter : written.chapters()) {
        copy.write(chapter);
      }
      return new Outcome.Loaded(
          written.chapters().stream().map(chapter -> chapter.facility().id()).toList(),
          written.chapters().stream().mapToLong(chapter -> chapter.visits().size()).sum(),
          written.chapters().stream().mapToLong(chapter -> chapter.replies().size()).sum());
    }
  }

  private static List<FacilityId> facilities(Statement statement) throws SQLException {
    List<FacilityId> facilities = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT facility_id FROM facility WHERE demonstration ORDER BY facility_id")) {
      while (rows.next()) {
        facilities.add(new FacilityId(rows.getObject("facility_id", UUID.class)));
      }
    }
    return facilities;
  }
}
