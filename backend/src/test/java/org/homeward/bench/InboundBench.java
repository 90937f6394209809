package org.homeward.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.homeward.app.Hospital;
import org.homeward.db.DataDirectory;
import org.homeward.db.EmbeddedServer;
import org.homeward.outreach.Carriers;

/**
 * Signed replies to the packaged service at a steady 500 a second, whether it keeps up or not: each
 * is timed from the moment at which it was due.
 */
final class InboundBench {
  private static final int A_SECOND = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration LENGTH = Duration.ofSeconds(15);
  private static final String SENDER = "+12025550100";

  /** In milliseconds; what was not answered with 200 counts as failed. */
  record Result(double median, double p99, int failed) {}

  private InboundBench() {}

  static Result run(Path directory, SandboxProcess sandbox) throws Exception {
    try (DataDirectory data = DataDirectory.open(directory.resolve("database"));
        EmbeddedServer server = EmbeddedServer.start(data);
        Bed bed =
            Bed.start(
                directory.resolve("service"),
                Map.of(
                    "HOMEWARD_DB_URL", server.serviceUrl(),
                    "HOMEWARD_DB_OWNER_URL", server.ownerUrl(),
                    "HOMEWARD_CARRIER", "sandbox",
                    "HOMEWARD_TWILIO_ACCOUNT_SID", SandboxProcess.ACCOUNT,
                    "HOMEWARD_TWILIO_AUTH_TOKEN", SandboxProcess.TOKEN,
                    "HOMEWARD_TWILIO_API_URL", sandbox.url().toString(),
                    "HOMEWARD_SANDBOX_PHONES_URL", sandbox.url().toString()))) {
      URI service = URI.create("http://localhost:" + bed.port());
      addSender(server.ownerUrl(), Hospital.open(service).facility());
      replies(service, WARM_UP);
      return replies(service, LENGTH);
    }
  }

  private static void addSender(String ownerUrl, String facility) throws Exception {
    try (var connection = DriverManager.getConnection(ownerUrl);
        var insert =
            connection.prepareStatement(
                "INSERT INTO sender (address, facility_id) VALUES (?, ?)")) {
      insert.setString(1, SENDER);
      insert.setObject(2, UUID.fromString(facility));
      insert.executeUpdate();
    }
  }

  private static Result replies(URI service, Duration length) {
    int count = (int) (A_SECOND * length.toSeconds());
    long[] nanos = new long[count];
    AtomicInteger failed = new AtomicInteger();
    URI webhook = service.resolve("/sms/twilio/inbound");
    List<HttpRequest> requests =
        java.util.stream.IntStream.range(0, count).mapToObj(i -> request(webhook, i)).toList();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = begin + i * 1_000_000_000L / A_SECOND;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        int reply = i;
        senders.execute(
            () -> {
              if (!answered(client, requests.get(reply))) {
                failed.incrementAndGet();
              }
              nanos[reply] = System.nanoTime() - due;
            });
      }
    }
    Arrays.sort(nanos);
    return new Result(nanos[count / 2] / 1e6, nanos[count * 99 / 100] / 1e6, failed.get());
  }

  private static boolean answered(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HttpRequest request(URI webhook, int i) {
    Map<String, String> form =
        new HashMap<>(
            Carriers.inbound(Carriers.sid(), "+1303%07d".formatted(2_000_000 + i), SENDER, "1"));
    return HttpRequest.newBuilder(webhook)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("X-Twilio-Signature", Carriers.signature(SandboxProcess.TOKEN, webhook, form))
        .POST(BodyPublishers.ofString(Carriers.encoded(form)))
        .build();
  }
}
