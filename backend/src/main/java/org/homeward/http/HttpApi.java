package org.homeward.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.homeward.db.DatabaseUnavailable;

/** Serves routes: admits, handles, and says every failure as a problem. */
public final class HttpApi {
  private static final Logger LOG = System.getLogger(HttpApi.class.getName());

  private final List<Route> routes;
  private final Gate gate;
  private final Semaphore places;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicBoolean draining = new AtomicBoolean();

  /**
   * @param concurrency requests handled at once; more are told to come again
   */
  public HttpApi(
      List<Route> routes, Authentication authentication, SessionCookie cookie, int concurrency) {
    this.routes = List.copyOf(routes);
    this.gate = new Gate(authentication, cookie);
    this.places = new Semaphore(concurrency);
  }

  public List<Route> routes() {
    return routes;
  }

  public void register(HttpRouting.Builder routing) {
    routing.addFilter(HttpApi::hangUpWhenSaid);
    for (Route route : routes) {
      routing.route(
          route.method(), route.path(), (request, response) -> serve(route, request, response));
    }
    routes.stream()
        .collect(Collectors.groupingBy(Route::path, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (path, there) ->
                routing.any(
                    path, (request, response) -> send(notAllowed(there).reply(), response)));
    routing.any("/api/*", (request, response) -> send(notFound().reply(), response));
  }

  /**
   * Waits until every request that was accepted is answered. What comes from now on is told to come
   * again, or clients that always have a next request would never let it end.
   */
  public void drain(Duration patience) throws InterruptedException {
    draining.set(true);
    long end = System.nanoTime() + patience.toNanos();
    while (underWay.get() > 0 && System.nanoTime() < end) {
      Thread.sleep(10);
    }
  }

  public boolean isDraining() {
    return draining.get();
  }

  /**
   * Helidon 4.1.7 reads on after an answer that says {@code Connection: close}. What follows a body
   * that breaks HTTP means nothing, and read as a request it would be one that nobody sent.
   */
  private static void hangUpWhenSaid(
      FilterChain chain, RoutingRequest request, RoutingResponse response) {
    chain.proceed();
    if (response.isSent() && response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      throw new CloseConnectionException("The answer said so");
    }
  }

  private void serve(Route route, ServerRequest request, ServerResponse response) {
    underWay.incrementAndGet();
    try {
      send(reply(route, request), response);
    } catch (UncheckedIOException e) {
      // The client left before its answer; Helidon would log a stack trace for each that does.
      throw new CloseConnectionException("The client left", e);
    } finally {
      underWay.decrementAndGet();
    }
  }

  private Reply reply(Route route, ServerRequest request) {
    try {
      return draining.get() ? refusal(route, request) : answer(route, request);
    } catch (RequestException e) {
      // The body breaks HTTP itself.
      return Unreadable.problem(e.status()).reply().closing();
    }
  }

  /** Accepted and not yet answered. */
  public int requestsUnderWay() {
    return underWay.get();
  }

  /** The body is read all the same: closing on unread bytes would reset the answer away. */
  private static Reply refusal(Route route, ServerRequest request) {
    try {
      new Call(request, route, new Caller.Stranger(), Optional.empty()).body();
    } catch (Problem unread) {
      LOG.log(Logger.Level.DEBUG, "{0}: {1}", route.path(), unread.getMessage());
    }
    return new Problem(
            ProblemCode.UNAVAILABLE, "Homeward is stopping. Nothing was stored; try again.")
        .retryAfter(Duration.ofSeconds(2))
        .reply();
  }

  private Reply answer(Route route, ServerRequest request) {
    if (!places.tryAcquire()) {
      return new Problem(
              ProblemCode.UNAVAILABLE,
              "Too much is going on at once. Nothing was stored; try again.")
          .retryAfter(Duration.ofSeconds(1))
          .reply();
    }
    try {
      return route.handler().handle(gate.admit(request, route));
    } catch (Problem problem) {
      return problem.reply();
    } catch (DatabaseUnavailable e) {
      LOG.log(Logger.Level.WARNING, "{0}: {1}", route.path(), e.getMessage());
      return new Problem(
              ProblemCode.UNAVAILABLE,
              "The database cannot be reached. Nothing was acknowledged; try again.")
          .retryAfter(Duration.ofSeconds(2))
          .reply();
    } catch (RequestException e) {
      throw e;
    } catch (RuntimeException e) {
      String incident = UUID.randomUUID().toString();
      LOG.log(Logger.Level.ERROR, "%s: incident %s".formatted(route.path(), incident), e);
      return new Problem(
              ProblemCode.INTERNAL,
              "This is our fault. Nothing was acknowledged. The log has it under this incident.")
          .with("incident", incident)
          .reply();
    } finally {
      places.release();
    }
  }

  private void send(Reply reply, ServerResponse response) {
    response.status(Status.create(reply.status()));
    reply.headers().forEach(header -> response.header(header.name(), header.value()));
    if (reply.headers().stream().noneMatch(h -> h.name().equalsIgnoreCase("Cache-Control"))) {
      response.header(HeaderNames.CACHE_CONTROL, "no-store");
    }
    if (draining.get()) {
      response.header(HeaderNames.CONNECTION, "close");
    }
    if (reply.body().isEmpty()) {
      response.send();
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, reply.type());
    response.send(bytes(reply.body().get()));
  }

  private static byte[] bytes(Object body) {
    return switch (body) {
      case byte[] bytes -> bytes;
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      default -> Json.write(body);
    };
  }

  private static Problem notAllowed(List<Route> there) {
    String allowed =
        there.stream()
            .map(route -> route.method().text())
            .sorted()
            .collect(Collectors.joining(", "));
    return new Problem(ProblemCode.METHOD_NOT_ALLOWED, "Here one may " + allowed + ".")
        .allow(allowed);
  }

  private static Problem notFound() {
    return new Problem(ProblemCode.NOT_FOUND, "Look up what there is under /openapi.");
  }
}
