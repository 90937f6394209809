package org.homeward.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 says it. Its detail tells what happened, what was kept and what to do; it
 * never repeats a phone number, a name or an answer.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient Map<String, Object> extensions = new LinkedHashMap<>();
  private @Nullable Duration retryAfter;
  private @Nullable String allow;
  private boolean closing;

  public Problem(ProblemCode code, String detail) {
    super(detail);
    this.code = code;
  }

  /** One thing that is wrong in a file: its line, and what to do. */
  public record Flaw(long line, String code, String detail) {}

  public Problem with(String name, Object value) {
    extensions.put(name, value);
    return this;
  }

  public Problem retryAfter(Duration wait) {
    retryAfter = wait;
    return this;
  }

  Problem allow(String methods) {
    allow = methods;
    return this;
  }

  /** Ends the connection after the answer: what the client still sends is not read. */
  Problem closing() {
    closing = true;
    return this;
  }

  public ProblemCode code() {
    return code;
  }

  Reply reply() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", code.title());
    body.put("status", code.status());
    body.put("code", code.code());
    body.put("detail", String.valueOf(getMessage()));
    body.putAll(extensions);
    Reply reply = Reply.of(code.status(), body).as("application/problem+json");
    if (retryAfter != null) {
      reply = reply.header("Retry-After", Long.toString(retryAfter.toSeconds()));
    }
    if (closing) {
      reply = reply.closing();
    }
    return allow == null ? reply : reply.header("Allow", allow);
  }

  /** A problem with several flaws, each under {@code problems}. */
  public static Problem of(ProblemCode code, String detail, List<Flaw> flaws) {
    return new Problem(code, detail).with("problems", flaws);
  }
}
