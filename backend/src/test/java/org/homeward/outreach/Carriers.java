package org.homeward.outreach;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.app.Described;
import org.jspecify.annotations.Nullable;

/** Posts forms as a carrier does, or as somebody who would like to be one. */
public final class Carriers {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Carriers() {}

  static HttpResponse<String> post(URI url, Map<String, String> form) {
    return post(url, form, signature(OutreachUnderTest.TOKEN, url, form));
  }

  static HttpResponse<String> post(URI url, Map<String, String> form, @Nullable String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(BodyPublishers.ofString(encoded(form)));
    if (signature != null) {
      request.header("X-Twilio-Signature", signature);
    }
    return send(request.build());
  }

  static HttpResponse<String> get(URI url, String cookie) {
    return send(HttpRequest.newBuilder(url).header("Cookie", cookie).GET().build());
  }

  /** Source: twilio.com/docs/usage/security#validating-requests. */
  public static String signature(String token, URI url, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(url.toString());
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Map<String, String> inbound(String sid, String from, String to, String body) {
    return Map.of(
        "MessageSid",
        sid,
        "From",
        from,
        "To",
        to,
        "Body",
        body,
        "NumMedia",
        "0",
        "AccountSid",
        OutreachUnderTest.ACCOUNT);
  }

  static Map<String, String> status(String sid, String status) {
    return Map.of("MessageSid", sid, "MessageStatus", status);
  }

  /** A name in Twilio's form. */
  public static String sid() {
    return "SM" + java.util.UUID.randomUUID().toString().replace("-", "");
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return Described.hold(CLIENT.send(request, BodyHandlers.ofString()), "");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
