package org.homeward.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.common.buffers.DataReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Logs to standard error: plain lines, or JSON objects where they are asked for. */
final class Logs {
  /** Kept, or the configured levels would go with the loggers when they are collected. */
  private static final Logger QUIET_HELIDON = Logger.getLogger("io.helidon");

  private static final Logger QUIET_TRANSACTIONS =
      Logger.getLogger("io.helidon.dbclient.jdbc.TransactionContext");

  private Logs() {}

  static void configure(Settings.Logging settings) {
    Logger root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler console = new ConsoleHandler();
    console.setFormatter(settings.json() ? new JsonLines() : new PlainLines());
    console.setFilter(entry -> !isOfAClientThatLeft(entry.getThrown()));
    root.addHandler(console);
    root.setLevel(Level.WARNING);
    Logger.getLogger("org.homeward").setLevel(Level.INFO);
    // Its trace level prints every bound value of a statement: never below INFO here.
    QUIET_HELIDON.setLevel(Level.WARNING);
    // It warns of each rollback of a transaction that got no connection.
    QUIET_TRANSACTIONS.setLevel(Level.SEVERE);
  }

  /** Helidon warns, with a stack trace, of each that leaves in the middle of its headers. */
  private static boolean isOfAClientThatLeft(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataReader.InsufficientDataAvailableException) {
        return true;
      }
    }
    return false;
  }

  private static final class PlainLines extends Formatter {
    @Override
    public String format(LogRecord entry) {
      return "%s %s %s: %s%n%s"
          .formatted(
              entry.getInstant().truncatedTo(ChronoUnit.MILLIS),
              entry.getLevel().getName(),
              entry.getLoggerName(),
              formatMessage(entry),
              stackTrace(entry));
    }
  }

  private static final class JsonLines extends Formatter {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String format(LogRecord entry) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("time", entry.getInstant().toString());
      line.put("level", entry.getLevel().getName());
      line.put("logger", String.valueOf(entry.getLoggerName()));
      line.put("message", formatMessage(entry));
      if (entry.getThrown() != null) {
        line.put("exception", stackTrace(entry));
      }
      try {
        return JSON.writeValueAsString(line) + "\n";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String stackTrace(LogRecord entry) {
    if (entry.getThrown() == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    entry.getThrown().printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
