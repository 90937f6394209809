package org.homeward.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/** What the server refuses before or beneath any route, said as a problem like the rest. */
public final class Unreadable implements DirectHandler {
  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    Reply reply = problem(status).reply();
    return TransportResponse.builder()
        .status(Status.create(reply.status()))
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, reply.type())
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .keepAlive(false)
        .entity(Json.write(reply.body().orElseThrow()))
        .build();
  }

  static Problem problem(Status status) {
    return status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()
        ? new Problem(
            ProblemCode.BODY_TOO_LARGE, "No route takes so large a body. Nothing was stored.")
        : new Problem(
            ProblemCode.REQUEST_MALFORMED,
            "The request breaks HTTP or a limit of this server. Nothing was stored.");
  }
}
