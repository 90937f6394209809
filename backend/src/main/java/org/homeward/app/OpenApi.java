package org.homeward.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Reply;
import org.homeward.http.Route;

/** {@code GET /openapi}: the whole HTTP API as OpenAPI 3.1. */
final class OpenApi {
  private final byte[] document;

  OpenApi() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("There is no openapi.json");
      }
      this.document = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Route> routes() {
    return List.of(Route.get("/openapi", Permission.PUBLIC, this::show));
  }

  private Reply show(Call call) {
    return Reply.ok(document).header("Cache-Control", "no-cache");
  }
}
