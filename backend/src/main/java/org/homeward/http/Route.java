package org.homeward.http;

import io.helidon.http.Method;
import java.time.Duration;

/**
 * One endpoint: what it answers to, who may use it, and what it does. The router, the permission
 * check and the OpenAPI test all read this.
 *
 * @param path with parameters in braces, as OpenAPI writes them
 * @param bodyLimit bytes that are read at most
 * @param bodyPatience how long a body may take to arrive, or a client that sends a byte a second
 *     would keep its place for a day
 */
public record Route(
    Method method,
    String path,
    Permission permission,
    int bodyLimit,
    Duration bodyPatience,
    Handler handler) {
  public static final int BODY_LIMIT = 64 * 1024;
  private static final Duration BODY_PATIENCE = Duration.ofSeconds(20);
  private static final int SLOWEST_UPLOAD_BYTES_PER_SECOND = 32 * 1024;

  /** Answers, or throws a {@link Problem}. */
  @FunctionalInterface
  public interface Handler {
    Reply handle(Call call);
  }

  public static Route get(String path, Permission permission, Handler handler) {
    return new Route(Method.GET, path, permission, BODY_LIMIT, BODY_PATIENCE, handler);
  }

  public static Route post(String path, Permission permission, Handler handler) {
    return new Route(Method.POST, path, permission, BODY_LIMIT, BODY_PATIENCE, handler);
  }

  public static Route put(String path, Permission permission, Handler handler) {
    return new Route(Method.PUT, path, permission, BODY_LIMIT, BODY_PATIENCE, handler);
  }

  public static Route patch(String path, Permission permission, Handler handler) {
    return new Route(Method.PATCH, path, permission, BODY_LIMIT, BODY_PATIENCE, handler);
  }

  public static Route delete(String path, Permission permission, Handler handler) {
    return new Route(Method.DELETE, path, permission, BODY_LIMIT, BODY_PATIENCE, handler);
  }

  /** For uploads, which are larger than a form. */
  public Route withBodyLimit(int bytes) {
    Duration patience = BODY_PATIENCE.plusSeconds(bytes / SLOWEST_UPLOAD_BYTES_PER_SECOND);
    return new Route(method, path, permission, bytes, patience, handler);
  }

  Route withBodyPatience(Duration patience) {
    return new Route(method, path, permission, bodyLimit, patience, handler);
  }
}
