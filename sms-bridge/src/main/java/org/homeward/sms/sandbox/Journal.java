package org.homeward.sms.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.sms.OptOutType;
import org.homeward.sms.sandbox.SandboxText.Direction;
import org.jspecify.annotations.Nullable;

/** The texts in a file: a line of JSON for each state of each text, appended as it comes to be. */
final class Journal implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Writer writer;

  Journal(Path directory) {
    try {
      Files.createDirectories(directory);
      this.file = directory.resolve("texts.jsonl");
      boolean torn = Files.exists(file) && !content(file).endsWith("\n");
      this.writer =
          Files.newBufferedWriter(
              file,
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND);
      if (torn) {
        writer.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot keep its texts in " + directory, e);
    }
  }

  void append(SandboxText text) {
    try {
      writer.write(JSON.writeValueAsString(line(text)));
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot write to " + file, e);
    }
  }

  /** Every state that was written, oldest first. A line torn by a crash is left out. */
  List<SandboxText> read() {
    List<SandboxText> states = new ArrayList<>();
    try {
      for (String line : content(file).lines().toList()) {
        try {
          if (!line.isBlank()) {
            states.add(text(JSON.readTree(line)));
          }
        } catch (JsonProcessingException e) {
          System.err.println("A torn line in " + file + " is left out");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot read " + file, e);
    }
    return states;
  }

  /** Unlike {@code Files.readString}, it bears half a character at the end. */
  private static String content(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static ObjectNode line(SandboxText text) {
    return JSON.createObjectNode()
        .put("sid", text.sid())
        .put("direction", text.direction().name())
        .put("phone", text.phone())
        .put("number", text.number())
        .put("service", text.service())
        .put("body", text.body())
        .put("status", text.status())
        .put("errorCode", text.errorCode())
        .put("createdAt", text.createdAt().toString())
        .put("sentAt", string(text.sentAt()))
        .put("statusCallback", string(text.statusCallback()))
        .put("optOut", string(text.optOut()))
        .put("webhook", text.webhook())
        .put("wordsKept", text.kept().words())
        .put("numberKept", text.kept().number());
  }

  private static SandboxText text(JsonNode line) {
    String sentAt = optional(line, "sentAt");
    String callback = optional(line, "statusCallback");
    String optOut = optional(line, "optOut");
    return new SandboxText(
        line.path("sid").asText(),
        Direction.valueOf(line.path("direction").asText()),
        line.path("phone").asText(),
        line.path("number").asText(),
        optional(line, "service"),
        line.path("body").asText(),
        line.path("status").asText(),
        line.path("errorCode").isInt() ? line.path("errorCode").intValue() : null,
        Instant.parse(line.path("createdAt").asText()),
        sentAt == null ? null : Instant.parse(sentAt),
        callback == null ? null : URI.create(callback),
        optOut == null ? null : OptOutType.valueOf(optOut),
        optional(line, "webhook"),
        new SandboxText.Kept(
            line.path("wordsKept").asBoolean(true), line.path("numberKept").asBoolean(true)));
  }

  private static @Nullable String optional(JsonNode line, String name) {
    JsonNode value = line.path(name);
    return value.isTextual() ? value.textValue() : null;
  }

  private static @Nullable String string(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
