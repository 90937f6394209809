package org.homeward.sms.sandbox;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The phones page and its two files. */
final class PhonesPage implements HttpService {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", file("phones.html", "text/html; charset=utf-8"))
        .get("/phones.css", file("phones.css", "text/css; charset=utf-8"))
        .get("/phones.js", file("phones.js", "text/javascript; charset=utf-8"))
        .get("/favicon.ico", (request, response) -> response.status(204).send());
  }

  private static Handler file(String name, String type) {
    byte[] content = read(name);
    return (request, response) ->
        response
            .header(HeaderNames.CONTENT_TYPE, type)
            .header(HeaderNames.CACHE_CONTROL, "no-cache")
            .header(HeaderNames.create("Content-Security-Policy"), POLICY)
            .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
            .header(HeaderNames.create("Referrer-Policy"), "no-referrer")
            .send(content);
  }

  private static byte[] read(String name) {
    try (InputStream stream = PhonesPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The page's " + name + " is missing");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
