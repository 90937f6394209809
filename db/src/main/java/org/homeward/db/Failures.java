package org.homeward.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says a SQL failure in the words that callers act on. */
final class Failures {
  private Failures() {}

  static <T extends @Nullable Object> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (DatabaseUnavailable | ConstraintViolated e) {
      throw e;
    } catch (RuntimeException e) {
      throw sqlCause(e).map(cause -> translation(e, cause)).orElse(e);
    }
  }

  private static RuntimeException translation(RuntimeException failure, SQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    if (cause instanceof SQLTransientConnectionException || isPassing(state)) {
      return new DatabaseUnavailable(failure);
    }
    // Class 23: integrity constraint violation.
    if (state.startsWith("23")) {
      return new ConstraintViolated(constraint(cause));
    }
    return failure;
  }

  /**
   * Classes 08 (connection), 53 (out of connections, disk or memory) and 57 (shut down, or
   * cancelled because it took too long) and 25006 (the primary has become a replica) of
   * PostgreSQL's Appendix A: the same work may succeed later.
   */
  private static boolean isPassing(String state) {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.equals("25006");
  }

  private static String constraint(SQLException cause) {
    return Optional.of(cause)
        .filter(PSQLException.class::isInstance)
        .map(e -> ((PSQLException) e).getServerErrorMessage())
        .map(ServerErrorMessage::getConstraint)
        .orElse("unnamed");
  }

  /** The SQLSTATE behind a failure, or the empty string. */
  static String sqlState(Throwable failure) {
    return sqlCause(failure).map(SQLException::getSQLState).orElse("");
  }

  static Optional<SQLException> sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
