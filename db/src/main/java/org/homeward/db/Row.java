package org.homeward.db;

import io.helidon.dbclient.DbRow;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result. The plain accessors expect a value; the {@code optional…} ones know null.
 */
public final class Row {
  private final DbRow row;

  Row(DbRow row) {
    this.row = row;
  }

  public UUID uuid(String column) {
    return value(column, UUID.class);
  }

  public Optional<UUID> optionalUuid(String column) {
    return Optional.ofNullable(nullable(column, UUID.class));
  }

  public String text(String column) {
    return value(column, String.class);
  }

  public Optional<String> optionalText(String column) {
    return Optional.ofNullable(nullable(column, String.class));
  }

  public int integer(String column) {
    return value(column, Number.class).intValue();
  }

  public Optional<Integer> optionalInteger(String column) {
    return Optional.ofNullable(nullable(column, Number.class)).map(Number::intValue);
  }

  public long whole(String column) {
    return value(column, Number.class).longValue();
  }

  public boolean flag(String column) {
    return value(column, Boolean.class);
  }

  public Optional<Boolean> optionalFlag(String column) {
    return Optional.ofNullable(nullable(column, Boolean.class));
  }

  public byte[] bytes(String column) {
    return value(column, byte[].class);
  }

  public Optional<byte[]> optionalBytes(String column) {
    return Optional.ofNullable(nullable(column, byte[].class));
  }

  public Instant instant(String column) {
    return value(column, Timestamp.class).toInstant();
  }

  public Optional<Instant> optionalInstant(String column) {
    return Optional.ofNullable(nullable(column, Timestamp.class)).map(Timestamp::toInstant);
  }

  public LocalDate day(String column) {
    return value(column, Date.class).toLocalDate();
  }

  public Optional<LocalDate> optionalDay(String column) {
    return Optional.ofNullable(nullable(column, Date.class)).map(Date::toLocalDate);
  }

  public List<String> texts(String column) {
    return List.of(array(column, String[].class));
  }

  public List<UUID> uuids(String column) {
    return List.of(array(column, UUID[].class));
  }

  public List<Instant> instants(String column) {
    return List.of(array(column, Timestamp[].class)).stream().map(Timestamp::toInstant).toList();
  }

  public List<LocalDate> days(String column) {
    return List.of(array(column, Date[].class)).stream().map(Date::toLocalDate).toList();
  }

  private <T> T array(String column, Class<T> type) {
    try {
      return type.cast(value(column, Array.class).getArray());
    } catch (SQLException e) {
      throw new IllegalStateException("Column " + column + " is not an array that can be read", e);
    }
  }

  private <T> T value(String column, Class<T> type) {
    T value = nullable(column, type);
    if (value == null) {
      throw new IllegalStateException("Column " + column + " is null");
    }
    return value;
  }

  private <T> @Nullable T nullable(String column, Class<T> type) {
    return row.column(column).get(type);
  }
}
