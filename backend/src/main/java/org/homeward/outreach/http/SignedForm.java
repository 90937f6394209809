package org.homeward.outreach.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.homeward.http.Call;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.sms.Webhooks;

/**
 * What a carrier posts: a form that is believed only when it is signed. The signature is over the
 * configured public address, since a request that came through a proxy looks like another one (trap
 * 28).
 */
final class SignedForm {
  private final Webhooks webhooks;
  private final URI publicUrl;

  SignedForm(Webhooks webhooks, URI publicUrl) {
    this.webhooks = webhooks;
    this.publicUrl = publicUrl;
  }

  /** The parameters, whole and untrimmed. Throws {@link Problem} {@code signature-refused}. */
  Map<String, String> of(Call call, String path) {
    Map<String, String> parameters = parameters(call.body());
    String signature = call.header(webhooks.signatureHeader()).orElse(null);
    URI called = URI.create(publicUrl.toString().replaceFirst("/+$", "") + path);
    if (!webhooks.authentic(called, parameters, signature)) {
      throw refused();
    }
    return parameters;
  }

  static Map<String, String> parameters(byte[] form) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!name.isEmpty() && parameters.put(name, value) != null) {
        throw refused();
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private static Problem refused() {
    return new Problem(
        ProblemCode.SIGNATURE_REFUSED,
        "The carrier's signature is missing or does not fit. Check that the carrier calls the configured public URL and that the auth token is the account's. Nothing was stored.");
  }
}
