package org.homeward.sms.sandbox;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.sms.twilio.TwilioWebhooks;

/** A stand-in for Homeward: takes what a carrier posts, and notes whether it was signed. */
final class Service implements AutoCloseable {

  record Post(String path, Map<String, String> form, boolean authentic) {}

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final WebServer server;
  private volatile int status = 200;

  Service(String authToken) {
    this(authToken, 0);
  }

  Service(String authToken, int port) {
    TwilioWebhooks webhooks = new TwilioWebhooks(authToken);
    this.server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .shutdownGracePeriod(Duration.ofMillis(100))
            .shutdownHook(false)
            .routing(
                routing ->
                    routing.post(
                        "/*",
                        (request, response) -> {
                          String path = request.path().path();
                          Map<String, String> form =
                              Answers.values(request.content().as(Parameters.class));
                          String signature =
                              request
                                  .headers()
                                  .first(HeaderNames.create(webhooks.signatureHeader()))
                                  .orElse(null);
                          boolean authentic =
                              webhooks.authentic(url().resolve(path), form, signature);
                          posts.add(new Post(path, form, authentic));
                          response.status(status).send("{\"moved\":3}");
                        }))
            .build()
            .start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  void answerWith(int newStatus) {
    this.status = newStatus;
  }

  List<Post> posts(String path) {
    return posts.stream().filter(post -> post.path().equals(path)).toList();
  }

  List<String> statuses(String path) {
    return posts(path).stream().map(post -> post.form().getOrDefault("MessageStatus", "")).toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
