package org.homeward.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Speaks HTTP as a page, a tablet or a hospital's system would. Every answer is held against the
 * API's own description: a field or a status that is not in it fails the test that met it.
 */
public final class Browser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final List<String> headers;

  public Browser(URI base) {
    this(base, List.of());
  }

  private Browser(URI base, List<String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** The answer to a request. */
  public record Answer(int status, JsonNode body, HttpResponse<String> whole) {
    public String code() {
      return body.path("code").asText();
    }

    public String text(String field) {
      return body.path(field).asText();
    }

    public Optional<String> header(String name) {
      return whole.headers().firstValue(name);
    }
  }

  public Browser with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    more.add(value);
    return new Browser(base, more);
  }

  public Browser bearing(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, Object body) {
    return send("POST", path, text(body));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, text(body));
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, text(body));
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  private static String text(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer send(String method, String path, String body) {
    HttpRequest.Builder request = request(path);
    request.method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (!body.isEmpty() && headers.stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      request.header("Content-Type", "application/json");
    }
    return send(request, body);
  }

  /** Bytes that are no JSON, as what they are said to be. */
  public Answer put(String path, String type, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body)),
        "");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
  }

  private Answer send(HttpRequest.Builder request, String body) {
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Described.hold(response, body);
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(),
          json ? JSON.readTree(response.body()) : JSON.missingNode(),
          response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
