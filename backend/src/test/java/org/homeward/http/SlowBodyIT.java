package org.homeward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.homeward.app.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowBodyIT {
  private static final Duration PATIENCE = Duration.ofMillis(600);

  private WebServer server;

  @BeforeEach
  void start() {
    Route echo =
        Route.put("/api/v1/echo", Permission.PUBLIC, call -> Reply.ok(call.body()))
            .withBodyPatience(PATIENCE);
    int onePlace = 1;
    HttpApi api =
        new HttpApi(
            List.of(echo),
            new Nobody(),
            SessionCookie.at(URI.create("http://localhost")),
            onePlace);
    HttpRouting.Builder routing = HttpRouting.builder();
    api.register(routing);
    server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .routing(routing)
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aClientThatSendsByteByByteLosesItsPlace() throws Exception {
    try (Socket slow = connect()) {
      send(slow, "PUT /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");
      Thread dripping =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (true) {
                        send(slow, "x");
                        Thread.sleep(20);
                      }
                    } catch (IOException | InterruptedException e) {
                      // The service has had enough.
                    }
                  });
      assertEquals(-1, slow.getInputStream().read(), "its connection is closed");
      assertItServes();
      assertTrue(dripping.join(Duration.ofSeconds(10)), "its connection is closed");
    }
  }

  @Test
  void aClientThatFallsSilentLosesItsPlace() throws Exception {
    try (Socket silent = connect()) {
      send(silent, "PUT /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nx");
      assertEquals(-1, silent.getInputStream().read(), "its connection is closed");
      assertItServes();
    }
  }

  /** The client may see its connection closed a moment before its place is free. */
  private void assertItServes() throws InterruptedException {
    Eventually.holds("it serves the next client", () -> answer().equals("HTTP/1.1 200 OK"));
  }

  private String answer() {
    try (Socket client = connect()) {
      send(client, "PUT /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n42");
      return statusLine(client);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String statusLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private static final class Nobody implements Authentication {
    @Override
    public Optional<Caller.Person> person(String sessionCookie) {
      return Optional.empty();
    }

    @Override
    public Optional<Caller.HospitalSystem> system(String bearerToken) {
      return Optional.empty();
    }

    @Override
    public Caller.Kiosk kiosk(String bearerToken) {
      throw new Problem(ProblemCode.KIOSK_UNKNOWN, "There are none here.");
    }
  }
}
