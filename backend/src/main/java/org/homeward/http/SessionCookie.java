package org.homeward.http;

import java.net.URI;
import java.util.Optional;

/**
 * The cookie that carries a session. Over https it has the {@code __Host-} prefix; over plain http,
 * which only a machine talking to itself uses, a browser would refuse that.
 */
public record SessionCookie(boolean secure) {

  public static SessionCookie at(URI publicUrl) {
    return new SessionCookie("https".equals(publicUrl.getScheme()));
  }

  public String name() {
    return secure ? "__Host-homeward" : "homeward";
  }

  public Optional<String> of(Call call) {
    return call.cookie(name());
  }

  public String set(String value) {
    return "%s=%s; Path=/; HttpOnly; SameSite=Strict%s"
        .formatted(name(), value, secure ? "; Secure" : "");
  }

  public String clear() {
    return set("") + "; Max-Age=0";
  }
}
