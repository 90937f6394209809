package org.homeward.app;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.staticcontent.StaticContentService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The kiosk, the dashboard and the patient's mobile page, from the jar. */
final class Pages {
  /** Everything comes from here, and nothing is written into a page but by its own script. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  private Pages() {}

  static void register(HttpRouting.Builder routing, boolean https) {
    routing.addFilter(
        (chain, request, response) -> {
          if (!isObserved(request.path().path())) {
            headers(request, response, https);
          }
          chain.proceed();
        });
    routing
        .get("/", (request, response) -> redirect("/admin/", response))
        .get("/kiosk", (request, response) -> redirect("/kiosk/", response))
        .get("/admin", (request, response) -> redirect("/admin/", response))
        .get("/r/{token}", Pages::mobilePage)
        .register("/kiosk", folder("web/kiosk"))
        .register("/admin", folder("web/admin"))
        .register("/r", folder("web/r"));
  }

  private static StaticContentService folder(String path) {
    return StaticContentService.builder(path).welcomeFileName("index.html").build();
  }

  /** The token in the path is for the page's script; here it is looked at by nobody. */
  private static void mobilePage(ServerRequest request, ServerResponse response) {
    try (InputStream page = Pages.class.getResourceAsStream("/web/r/index.html")) {
      if (page == null) {
        response.status(Status.NOT_FOUND_404).send();
        return;
      }
      response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=UTF-8");
      response.send(page.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Health and metrics are read by machines, and say themselves that they are not to be kept. */
  private static boolean isObserved(String path) {
    return path.startsWith("/health") || path.startsWith("/metrics");
  }

  private static void redirect(String path, ServerResponse response) {
    response.status(Status.TEMPORARY_REDIRECT_307).header(HeaderNames.LOCATION, path).send();
  }

  /** Only the kiosk looks through a camera: for the code on the slip. */
  private static String camera(String path) {
    return path.startsWith("/kiosk/") ? "camera=(self)" : "camera=()";
  }

  private static void headers(RoutingRequest request, ServerResponse response, boolean https) {
    String path = request.path().path();
    response
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Permissions-Policy", camera(path) + ", microphone=(), geolocation=()");
    if (https) {
      response.header("Strict-Transport-Security", "max-age=31536000");
    }
    if (path.contains("/assets/")) {
      // Their names change with their content.
      response.header(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    } else if (!path.startsWith("/api/")) {
      response.header(HeaderNames.CACHE_CONTROL, "no-cache");
    }
  }
}
