package org.homeward.sms.sandbox;

import static org.homeward.sms.sandbox.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesPageTest {

  private static final String TOKEN = "d3b07384d113edec49eaa6238ad5ff00";
  private static final String PHONE = "+12025550147";
  private static final String HOSPITAL = "+12025550100";

  private final Service service = new Service(TOKEN);
  private final SandboxCarrier sandbox =
      SandboxCarrier.start(
          SandboxSettings.forTests("AC00000000000000000000000000000001", TOKEN)
              .withPublicUrl(service.url()));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
    service.close();
  }

  @ParameterizedTest
  @CsvSource({"/, text/html", "/phones.css, text/css", "/phones.js, text/javascript"})
  void thePageIsServedUnderAStrictPolicy(String path, String type) throws Exception {
    HttpResponse<String> answer = get(path, "");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"));
  }

  @Test
  void thePageSaysThatNoTextLeavesThisMachine() throws Exception {
    String page = get("/", "").body();
    assertTrue(page.contains("no text leaves this machine"));
    assertFalse(page.contains("https://"));
    for (String id : List.of("reply-text", "reply-send", "due-now", "new-phone", "failures")) {
      assertTrue(page.contains("id=\"" + id + "\""), id);
    }
  }

  @Test
  void thePageRepliesAndShowsTheThread() throws Exception {
    String order =
        """
        {"phone":"+12025550147","number":"+12025550100","body":"1"}""";
    assertEquals(201, post("/sandbox/texts", order, "application/json").statusCode());
    eventually(1, () -> service.posts("/sms/twilio/inbound").size());
    JsonNode texts = json(get("/sandbox/thread?phone=%2B12025550147", "")).path("texts");
    assertEquals(1, texts.size());
    assertEquals("from-phone", texts.get(0).path("direction").asText());
    JsonNode state = json(get("/sandbox/state", ""));
    assertEquals(PHONE, state.path("phones").get(0).path("phone").asText());
    assertEquals(HOSPITAL, state.path("numbers").get(0).asText());
  }

  @Test
  void thePageIsToldOnlyWhatChanged() throws Exception {
    String tag = get("/sandbox/state", "").headers().firstValue("ETag").orElseThrow();
    assertEquals(304, get("/sandbox/state", tag).statusCode());
    sandbox.fail(Failure.throttled(Duration.ofSeconds(5)));
    assertEquals(200, get("/sandbox/state", tag).statusCode());
  }

  @Test
  void failuresAreSetAndClearedByHttp() throws Exception {
    String order =
        """
        {"kind":"REFUSED","code":21614,"times":2}""";
    assertEquals(204, post("/sandbox/failures", order, "application/json").statusCode());
    assertEquals(List.of(Failure.refused(21614).next(2)), sandbox.failures());
    assertEquals(204, post("/sandbox/failures/clear", "{}", "application/json").statusCode());
    assertEquals(List.of(), sandbox.failures());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"METEORITE\"}",
        "{\"kind\":\"REFUSED\",\"code\":7}",
        "{\"kind\":\"THROTTLED\",\"times\":-1}",
        "nonsense"
      })
  void aFailureThatMakesNoSenseIsRefused(String order) throws Exception {
    assertEquals(422, post("/sandbox/failures", order, "application/json").statusCode());
    assertEquals(List.of(), sandbox.failures());
  }

  @Test
  void anotherSiteCannotWriteTextsThroughTheBrowser() throws Exception {
    String order =
        """
        {"phone":"+12025550147","number":"+12025550100","body":"STOP"}""";
    assertEquals(415, post("/sandbox/texts", order, "text/plain").statusCode());
    assertEquals(List.of(), sandbox.texts());
  }

  @Test
  void theButtonMakesFollowUpsDueNow() throws Exception {
    HttpResponse<String> answer = post("/sandbox/due-now", "{}", "application/json");
    assertEquals("3 follow-ups are due now.", json(answer).path("sentence").asText());
    assertTrue(service.posts("/sms/sandbox/due-now").getFirst().authentic());
  }

  private HttpResponse<String> get(String path, String tag)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.apiUrl().resolve(path));
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body, String type)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(sandbox.apiUrl().resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return MessagesJson.JSON.readTree(answer.body());
  }
}
