package org.homeward.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.facility.FacilityId;

/** A request on its way through a handler: who calls, for which facility, with what. */
public final class Call {
  private final ServerRequest request;
  private final Route route;
  private final Caller caller;
  private final Optional<FacilityId> facility;

  Call(ServerRequest request, Route route, Caller caller, Optional<FacilityId> facility) {
    this.request = request;
    this.route = route;
    this.caller = caller;
    this.facility = facility;
  }

  public Caller caller() {
    return caller;
  }

  /** The signed-in person of a route that only people may use. */
  public Caller.Person person() {
    return (Caller.Person) caller;
  }

  /** The tablet of a route that only kiosks may use. */
  public Caller.Kiosk kiosk() {
    return (Caller.Kiosk) caller;
  }

  /** The facility that the caller acts for; the permission check has made sure that they may. */
  public FacilityId facility() {
    return facility.orElseThrow();
  }

  /** The unverified bearer token. */
  public Optional<String> bearerToken() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  public Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  public Optional<String> cookie(String name) {
    return request.headers().cookies().first(name).asOptional();
  }

  public UUID pathId(String name) {
    return parsed(pathText(name), WrittenOut::id, ProblemCode.NOT_FOUND, "a UUID in the path");
  }

  public String pathText(String name) {
    return request.path().pathParameters().get(name);
  }

  public Optional<String> query(String name) {
    return request.query().first(name).asOptional().filter(value -> !value.isEmpty());
  }

  public Optional<UUID> queryId(String name) {
    return query(name).map(text -> queried(text, WrittenOut::id, name + ", a UUID"));
  }

  public Optional<LocalDate> queryDay(String name) {
    return query(name).map(text -> queried(text, WrittenOut::day, name + ", a date (2026-11-22)"));
  }

  /**
   * A query parameter read by {@code parser}, which refuses by IllegalArgumentException or
   * DateTimeException.
   */
  public static <T> T queried(String text, Function<String, T> parser, String expected) {
    return parsed(text, parser, ProblemCode.QUERY_MALFORMED, "the query parameter " + expected);
  }

  public <T> T body(Class<T> type) {
    return Json.read(body(), type);
  }

  /**
   * Throws {@link Problem} {@code body-too-large} after reading no more than the route's limit, and
   * {@code body-incomplete} when it does not arrive whole in time.
   */
  public byte[] body() {
    long length = request.headers().contentLength().orElse(0);
    if (length < 0) {
      throw broken("Its length is negative");
    }
    if (length > route.bodyLimit()) {
      throw tooLarge();
    }
    try (Deadline _ = Deadline.in(route.bodyPatience());
        InputStream in = request.content().inputStream()) {
      return read(in);
    } catch (Problem | RequestException refused) {
      throw refused;
    } catch (IllegalArgumentException e) {
      // Helidon 4.1.7 lets a chunk's length that is no number out as NumberFormatException.
      throw broken("A chunk has no length");
    } catch (IOException | RuntimeException e) {
      // Helidon's own exceptions: the client left, or took too long.
      throw incomplete();
    }
  }

  private byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8 * 1024];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      body.write(buffer, 0, count);
      if (body.size() > route.bodyLimit()) {
        throw tooLarge();
      }
    }
    return body.toByteArray();
  }

  private static RequestException broken(String why) {
    return RequestException.builder()
        .type(DirectHandler.EventType.BAD_REQUEST)
        .status(Status.BAD_REQUEST_400)
        .setKeepAlive(false)
        .message(why)
        .build();
  }

  private Problem tooLarge() {
    return new Problem(
        ProblemCode.BODY_TOO_LARGE,
        "At most %d bytes are taken here. Nothing was stored.".formatted(route.bodyLimit()));
  }

  /** What is left of the body is not waited for: the connection ends. */
  private static Problem incomplete() {
    return new Problem(
            ProblemCode.BODY_INCOMPLETE,
            "The body did not arrive whole in time. Nothing was stored; send it again.")
        .closing();
  }

  private static <T> T parsed(
      String text, Function<String, T> parser, ProblemCode code, String expected) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Problem(code, "This is not " + expected + ".");
    }
  }
}
