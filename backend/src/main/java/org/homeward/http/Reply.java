package org.homeward.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a handler answers.
 *
 * @param body a value that becomes JSON, or text or bytes as they are
 */
public record Reply(int status, Optional<Object> body, String type, List<Header> headers) {

  public record Header(String name, String value) {}

  public static Reply ok(Object body) {
    return of(200, body);
  }

  public static Reply created(Object body) {
    return of(201, body);
  }

  public static Reply of(int status, Object body) {
    return new Reply(status, Optional.of(body), "application/json", List.of());
  }

  public static Reply empty(int status) {
    return new Reply(status, Optional.empty(), "", List.of());
  }

  public Reply as(String mediaType) {
    return new Reply(status, body, mediaType, headers);
  }

  public Reply header(String name, String value) {
    return new Reply(
        status,
        body,
        type,
        Stream.concat(headers.stream(), Stream.of(new Header(name, value))).toList());
  }

  /** Ends the connection after it. */
  Reply closing() {
    return header("Connection", "close");
  }
}
