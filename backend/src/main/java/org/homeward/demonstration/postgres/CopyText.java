package org.homeward.demonstration.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text format of COPY: PostgreSQL documentation, COPY, "Text Format". */
final class CopyText {
  private final StringBuilder lines = new StringBuilder();

  void row(@Nullable Object... values) {
    StringJoiner line = new StringJoiner("\t", "", "\n");
    for (Object value : values) {
      line.add(field(value));
    }
    lines.append(line);
  }

  void into(Connection connection, String table) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN", new StringReader(lines.toString()));
    } catch (IOException e) {
      throw new IllegalStateException("Text in memory can be read", e);
    }
  }

  private static String field(@Nullable Object value) {
    if (value == null) {
      return "\\N";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
    return value
        .toString()
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
