package org.homeward.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What openapi.json says of requests and answers. {@link Browser} and the other clients of tests
 * hold every answer against it.
 */
public final class Described {
  private static final Described SHARED = new Described();

  private final JsonNode document = read();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  /** One request and its answer, as they went over the wire. */
  record Exchange(
      String method,
      String path,
      String requestBody,
      int status,
      Optional<String> mediaType,
      String body) {

    String where() {
      return method + " " + path + " answered " + status;
    }
  }

  /**
   * Throws AssertionError when the document does not say that this can be answered.
   *
   * @param requestBody empty when it is not to be looked at
   */
  public static HttpResponse<String> hold(HttpResponse<String> response, String requestBody) {
    URI called = response.request().uri();
    String query = called.getRawQuery() == null ? "" : "?" + called.getRawQuery();
    SHARED.hold(
        new Exchange(
            response.request().method(),
            called.getRawPath() + query,
            requestBody,
            response.statusCode(),
            response.headers().firstValue("Content-Type"),
            response.body()));
    return response;
  }

  static Described document() {
    return SHARED;
  }

  JsonNode whole() {
    return document;
  }

  /** Throws AssertionError when the document does not say that this can happen. */
  void hold(Exchange exchange) {
    if (exchange.status() == 500) {
      throw new AssertionError(exchange.where() + ": " + exchange.body());
    }
    Optional<JsonNode> path = path(exchange.path());
    if (path.isEmpty()) {
      requireOutside(exchange, 404, "not-found");
      return;
    }
    JsonNode operation = path.get().path(exchange.method().toLowerCase(java.util.Locale.ROOT));
    if (operation.isMissingNode()) {
      requireOutside(exchange, 405, "method-not-allowed");
      return;
    }
    if (exchange.status() == 400 && exchange.body().contains("\"request-malformed\"")) {
      return;
    }
    JsonNode response = resolved(operation.path("responses").path("" + exchange.status()));
    require(!response.isMissingNode(), exchange, "which is not documented: " + exchange.body());
    holdBody(exchange, response);
    if (exchange.status() < 300 && !exchange.requestBody().isEmpty()) {
      JsonNode json = operation.at("/requestBody/content/application~1json/schema");
      if (!json.isMissingNode()) {
        conform(exchange, "the request", json, exchange.requestBody());
      }
    }
  }

  private void holdBody(Exchange exchange, JsonNode response) {
    if (!response.has("content")) {
      require(exchange.body().isEmpty(), exchange, "with a body that is not documented");
      return;
    }
    String mediaType = exchange.mediaType().orElse("").replaceFirst(";.*", "");
    JsonNode content = response.path("content").path(mediaType);
    require(!content.isMissingNode(), exchange, "as \"" + mediaType + "\", not documented");
    if (mediaType.endsWith("json")) {
      conform(exchange, "the answer", content.path("schema"), exchange.body());
    }
  }

  private void conform(Exchange exchange, String what, JsonNode schema, String body) {
    var errors = schemas.computeIfAbsent(schema, this::compiled).validate(json(body));
    require(errors.isEmpty(), exchange, what + " breaks its schema: " + errors + "\n" + body);
  }

  /** With the components beside it, so that its references lead somewhere. */
  private Schema compiled(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    return registry.getSchema(whole);
  }

  /** The path of a route, the one with fewest parameters first: lookup before {id}. */
  Optional<JsonNode> path(String called) {
    String path = called.replaceFirst("\\?.*", "");
    return names(document.path("paths"))
        .filter(template -> pattern(template).matcher(path).matches())
        .min(Comparator.comparing(template -> template.chars().filter(c -> c == '{').count()))
        .map(template -> document.path("paths").path(template));
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  static Stream<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey);
  }

  private static void requireOutside(Exchange exchange, int status, String code) {
    if (exchange.path().startsWith("/api/")) {
      require(
          exchange.status() == status && exchange.body().contains(code),
          exchange,
          "and is not documented");
    }
  }

  private static void require(boolean holds, Exchange exchange, String problem) {
    if (!holds) {
      throw new AssertionError(exchange.where() + ", " + problem);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read() {
    try (InputStream in = Described.class.getResourceAsStream("/openapi.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
