package org.homeward.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A socket that sends what no well-behaved client would. */
final class RawClient implements AutoCloseable {
  private final Socket socket;

  RawClient(URI url) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
    this.socket.setSoTimeout(30_000);
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return this;
  }

  /** The first line of the answer; empty when the connection ended without one. */
  String statusLine() throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  /** A FIN, as a page does that is closed, or a reset, as a tablet does that lost its network. */
  void leave(boolean reset) throws IOException {
    if (reset) {
      socket.setSoLinger(true, 0);
    }
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  static String get(String path, String token) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(path, token);
  }

  static String put(String path, String token, String body) {
    return "PUT %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(path, token, body.getBytes(StandardCharsets.UTF_8).length, body);
  }
}
