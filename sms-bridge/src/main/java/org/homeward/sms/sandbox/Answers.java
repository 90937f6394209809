package org.homeward.sms.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The plain forms of requests and answers that every part of the sandbox uses. */
final class Answers {

  private Answers() {}

  static void json(ServerResponse response, int status, JsonNode body) {
    try {
      response
          .status(status)
          .header(HeaderNames.CONTENT_TYPE, "application/json")
          .header(HeaderNames.CACHE_CONTROL, "no-store")
          .send(MessagesJson.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can be written", e);
    }
  }

  static void error(ServerResponse response, ApiError error) {
    json(response, error.status(), MessagesJson.error(error));
  }

  /** Each parameter's first value. */
  static Map<String, String> values(Parameters parameters) {
    Map<String, String> values = new HashMap<>();
    parameters.names().forEach(name -> values.put(name, parameters.first(name).orElse("")));
    return values;
  }
}
