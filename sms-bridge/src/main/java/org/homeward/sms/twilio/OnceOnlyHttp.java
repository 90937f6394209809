package org.homeward.sms.twilio;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * twilio-java's transport, without its repetitions: {@code reliableRequest} sends up to three times
 * upon any 5xx, and the Apache client under its own transport once more upon a 503, POST or not.
 * The JDK's client repeats no POST.
 */
final class OnceOnlyHttp extends HttpClient implements AutoCloseable {

  private final java.net.http.HttpClient client;
  private final Optional<URI> apiUrl;
  private final Duration timeout;

  OnceOnlyHttp(Optional<URI> apiUrl, Duration timeout) {
    this.apiUrl = apiUrl;
    this.timeout = timeout;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(
      Request request, int[] retryCodes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    HttpResponse<String> answer = exchange(onTheWire(request));
    int status = answer.statusCode();
    if (status == 429) {
      throw new TooManyRequests(retryAfter(answer));
    }
    if (status >= 500) {
      throw new NoAnswer("HTTP " + status);
    }
    return new Response(answer.body(), status);
  }

  private HttpRequest onTheWire(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(addressed(URI.create(request.constructURL().toString())))
            .timeout(timeout)
            .header("Accept", "application/json");
    if (request.requiresAuthentication()) {
      builder.header("Authorization", request.getAuthString());
    }
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    if (request.getMethod() == HttpMethod.GET) {
      return builder.GET().build();
    }
    return builder
        .header("Content-Type", EnumConstants.ContentType.FORM_URLENCODED.getValue())
        .method(
            request.getMethod().toString(),
            BodyPublishers.ofString(request.encodeFormBody(), StandardCharsets.UTF_8))
        .build();
  }

  private URI addressed(URI twilio) {
    return apiUrl
        .map(
            origin -> {
              String query = twilio.getRawQuery();
              return origin.resolve(twilio.getRawPath() + (query == null ? "" : "?" + query));
            })
        .orElse(twilio);
  }

  /** The request's own time-out ends with the headers; this one covers the body too. */
  private HttpResponse<String> exchange(HttpRequest request) {
    var answer = client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswer("No answer within " + timeout);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer("Interrupted");
    } catch (ExecutionException e) {
      boolean broken = e.getCause() instanceof IOException;
      throw new NoAnswer((broken ? "I/O error: " : "Failure: ") + nameOf(e.getCause()));
    }
  }

  private static String nameOf(@Nullable Throwable cause) {
    return cause == null ? "unknown" : cause.getClass().getSimpleName();
  }

  private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(null);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
