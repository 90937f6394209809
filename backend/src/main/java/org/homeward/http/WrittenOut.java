package org.homeward.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Times, days and ids are taken as text in their usual form only. Jackson by itself takes a number
 * for a time, an array for a day and base 64 for an id, and years that no database knows.
 */
final class WrittenOut extends SimpleModule {
  private static final long serialVersionUID = 1L;

  WrittenOut() {
    addDeserializer(Instant.class, new Text<>(Instant.class, WrittenOut::instant));
    addDeserializer(LocalDate.class, new Text<>(LocalDate.class, WrittenOut::day));
    addDeserializer(UUID.class, new Text<>(UUID.class, WrittenOut::id));
  }

  /** Throws DateTimeException. */
  static Instant instant(String text) {
    OffsetDateTime moment = OffsetDateTime.parse(text);
    if (moment.getYear() < 1 || moment.getYear() > 9999) {
      throw new DateTimeException("The year has four digits");
    }
    return moment.toInstant();
  }

  /** Throws DateTimeException. */
  static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new DateTimeException("The year has four digits");
    }
    return day;
  }

  /** Throws IllegalArgumentException, also for the short forms that {@link UUID} would fill up. */
  static UUID id(String text) {
    UUID id = UUID.fromString(text);
    if (!id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("A UUID has 36 characters");
    }
    return id;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(String text);
  }

  private static final class Text<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Reader<T> reader;

    Text(Class<T> type, Reader<T> reader) {
      super(type);
      this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_STRING, "");
      }
      try {
        return reader.read(parser.getText());
      } catch (IllegalArgumentException | DateTimeException e) {
        throw context.weirdStringException("", handledType(), "not in its usual form");
      }
    }
  }
}
