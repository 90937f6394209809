package org.homeward.db;

import io.helidon.dbclient.DbRow;
import io.helidon.dbclient.DbTransaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements inside one transaction. */
final class TransactionStatements implements Statements {
  private final DbTransaction transaction;

  TransactionStatements(DbTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public <T> List<T> rows(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
    try (Stream<DbRow> rows =
        transaction.createQuery(sql).params(forDriver(parameters)).execute()) {
      return rows.map(row -> mapper.apply(new Row(row))).toList();
    }
  }

  @Override
  public long change(String sql, @Nullable Object... parameters) {
    return transaction.createDmlStatement(sql).params(forDriver(parameters)).execute();
  }

  private static List<@Nullable Object> forDriver(@Nullable Object[] parameters) {
    List<@Nullable Object> converted = new ArrayList<>(parameters.length);
    for (Object parameter : parameters) {
      converted.add(forDriver(parameter));
    }
    return converted;
  }

  private static @Nullable Object forDriver(@Nullable Object parameter) {
    return parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter;
  }
}
