package org.homeward.sms.sandbox;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The account's name and token, as a request carries them (RFC 7617). */
record Credentials(String header) {

  static Credentials of(SandboxSettings settings) {
    String pair = settings.accountSid() + ":" + settings.authToken();
    return new Credentials(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** The handler, for those who know them. */
  Handler asked(Handler handler) {
    return (request, response) -> {
      String given = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
      if (MessageDigest.isEqual(
          header.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
        handler.handle(request, response);
      } else {
        Answers.error(response, ApiError.of(20003));
      }
    };
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Credentials[]";
  }
}
