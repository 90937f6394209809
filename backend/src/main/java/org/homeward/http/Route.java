package org.homeward.http;

import io.helidon.http.Method;

/**
 * One endpoint: what it answers to, who may use it, and what it does. The router, the permission
 * check and the OpenAPI test all read this.
 *
 * @param path with parameters in braces, as OpenAPI writes them
 * @param bodyLimit bytes that are read at most
 */
public record Route(
    Method method, String path, Permission permission, int bodyLimit, Handler handler) {
  public static final int BODY_LIMIT = 64 * 1024;

  /** Answers, or throws a {@link Problem}. */
  @FunctionalInterface
  public interface Handler {
    Reply handle(Call call);
  }

  public static Route get(String path, Permission permission, Handler handler) {
    return new Route(Method.GET, path, permission, BODY_LIMIT, handler);
  }

  public static Route post(String path, Permission permission, Handler handler) {
    return new Route(Method.POST, path, permission, BODY_LIMIT, handler);
  }

  public static Route put(String path, Permission permission, Handler handler) {
    return new Route(Method.PUT, path, permission, BODY_LIMIT, handler);
  }

  public static Route patch(String path, Permission permission, Handler handler) {
    return new Route(Method.PATCH, path, permission, BODY_LIMIT, handler);
  }

  public static Route delete(String path, Permission permission, Handler handler) {
    return new Route(Method.DELETE, path, permission, BODY_LIMIT, handler);
  }

  /** For uploads, which are larger than a form. */
  public Route withBodyLimit(int bytes) {
    return new Route(method, path, permission, bytes, handler);
  }
}
