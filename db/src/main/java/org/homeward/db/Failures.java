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
    if (cause instanceof SQLTransientConnectionException || isLostConnection(state)) {
      return new DatabaseUnavailable(failure);
    }
    // Class 23: integrity constraint violation.
    if (state.startsWith("23")) {
      return new ConstraintViolated(constraint(cause));
    }
    return failure;
  }

  /**
   * Classes 08 (connection), 57P (operator intervention), 53300 (too many connections) of
   * PostgreSQL's Appendix A.
   */
  private static boolean isLostConnection(String state) {
    return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
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

  private static Optional<SQLException> sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
