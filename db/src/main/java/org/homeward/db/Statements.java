package org.homeward.db;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL with positional parameters ({@code ?}). Parameters may be text, numbers, booleans,
 * UUIDs, {@link java.time.Instant}, {@link java.time.LocalDate}, {@code byte[]}, arrays of these
 * (each wants a {@code CAST} in the statement) and null.
 *
 * <p>Every method throws {@link DatabaseUnavailable} when nothing was done and the same call may be
 * repeated later, and {@link ConstraintViolated} when the database refused the values.
 */
public interface Statements {

  <T> List<T> rows(String sql, Function<Row, T> mapper, @Nullable Object... parameters);

  /** The only row. Throws IllegalStateException when there are more. */
  default <T> Optional<T> row(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
    List<T> rows = rows(sql, mapper, parameters);
    if (rows.size() > 1) {
      throw new IllegalStateException("One row expected, " + rows.size() + " found");
    }
    return rows.stream().findFirst();
  }

  /** How many rows were added, changed or removed. */
  long change(String sql, @Nullable Object... parameters);
}
