package org.homeward.sms.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A form posted as Twilio posts it: signed over the address and every parameter. */
final class SignedPost implements AutoCloseable {

  /** Twilio gives a webhook 15 seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String authToken;
  private final Pause beforeTheSecondTry;

  SignedPost(String authToken) {
    this(authToken, () -> Thread.sleep(Duration.ofSeconds(1)));
  }

  SignedPost(String authToken, Pause beforeTheSecondTry) {
    this.authToken = authToken;
    this.beforeTheSecondTry = beforeTheSecondTry;
  }

  /** Tried again, once, only when no connection came about: any answer at all is final. */
  HttpResponse<String> post(URI url, Map<String, String> parameters)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("User-Agent", "TwilioProxy/1.1 (Homeward sandbox)")
            .header("X-Twilio-Signature", signature(authToken, url, parameters))
            .POST(BodyPublishers.ofString(form(parameters)))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      beforeTheSecondTry.pause();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  /** Source: twilio.com/docs/usage/security#validating-requests. */
  static String signature(String authToken, URI url, Map<String, String> parameters) {
    StringBuilder signed = new StringBuilder(url.toString());
    new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] code = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA1", e);
    }
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  interface Pause {
    void pause() throws InterruptedException;
  }
}
