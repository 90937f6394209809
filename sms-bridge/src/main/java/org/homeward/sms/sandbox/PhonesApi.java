package org.homeward.sms.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/**
 * What the phones page (and a test that cannot run in the carrier's process) asks and tells the
 * carrier, as JSON. No other site can: a change must come as JSON, which a browser sends across
 * origins only with a leave that is never given.
 */
final class PhonesApi implements HttpService {

  private final SandboxCarrier carrier;

  PhonesApi(SandboxCarrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/state", this::state)
        .get("/thread", this::thread)
        .post("/texts", inJson(this::reply))
        .post("/failures", inJson(this::fail))
        .post("/failures/clear", inJson(this::clear))
        .post("/due-now", inJson(this::dueNow));
  }

  private static Handler inJson(Handler handler) {
    return (request, response) -> {
      if (request
          .headers()
          .first(HeaderNames.CONTENT_TYPE)
          .orElse("")
          .startsWith("application/json")) {
        handler.handle(request, response);
      } else {
        problem(response, 415, "Send application/json");
      }
    };
  }

  private void state(ServerRequest request, ServerResponse response) {
    String tag = "\"" + carrier.revision() + "\"";
    if (request.headers().first(HeaderNames.IF_NONE_MATCH).orElse("").equals(tag)) {
      response.status(304).send();
      return;
    }
    response.header(HeaderNames.ETAG, tag);
    Answers.json(response, 200, PhonesJson.state(carrier));
  }

  private void thread(ServerRequest request, ServerResponse response) {
    String phone = request.query().first("phone").orElse("");
    Answers.json(response, 200, PhonesJson.thread(carrier.texts(phone)));
  }

  private void reply(ServerRequest request, ServerResponse response) {
    JsonNode order = body(request);
    String phone = order.path("phone").asText();
    String number = order.path("number").asText("");
    String text = order.path("body").asText("");
    try {
      SandboxText sent =
          number.isEmpty() ? carrier.reply(phone, text) : carrier.reply(phone, number, text);
      Answers.json(response, 201, PhonesJson.text(sent));
    } catch (IllegalArgumentException e) {
      problem(response, 422, String.valueOf(e.getMessage()));
    }
  }

  private void fail(ServerRequest request, ServerResponse response) {
    JsonNode order = body(request);
    try {
      carrier.fail(
          new Failure(
              Failure.Kind.valueOf(order.path("kind").asText()),
              order.path("code").asInt(0),
              Duration.ofSeconds(order.path("seconds").asLong(0)),
              order.path("times").asInt(Failure.UNTIL_CLEARED)));
      response.status(204).send();
    } catch (IllegalArgumentException e) {
      problem(response, 422, String.valueOf(e.getMessage()));
    }
  }

  private void clear(ServerRequest request, ServerResponse response) {
    String kind = body(request).path("kind").asText("");
    try {
      if (kind.isEmpty()) {
        carrier.clearFailures();
      } else {
        carrier.clearFailure(Failure.Kind.valueOf(kind));
      }
      response.status(204).send();
    } catch (IllegalArgumentException e) {
      problem(response, 422, "There is no failure " + kind);
    }
  }

  private void dueNow(ServerRequest request, ServerResponse response) {
    DueNow outcome = carrier.dueNow();
    ObjectNode answer =
        MessagesJson.JSON
            .createObjectNode()
            .put("moved", outcome.moved())
            .put("sentence", outcome.sentence());
    Answers.json(response, outcome.done() ? 200 : 502, answer);
  }

  private static JsonNode body(ServerRequest request) {
    try {
      return MessagesJson.JSON.readTree(request.content().as(String.class));
    } catch (JsonProcessingException e) {
      return MessagesJson.JSON.createObjectNode();
    }
  }

  private static void problem(ServerResponse response, int status, String sentence) {
    Answers.json(response, status, MessagesJson.JSON.createObjectNode().put("sentence", sentence));
  }
}
