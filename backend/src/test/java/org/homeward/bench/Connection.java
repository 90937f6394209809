package org.homeward.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A kept HTTP/1.1 connection that costs about as little as the JDBC driver's own socket does, so
 * that the client weighs the same on both sides of a ratio.
 */
final class Connection implements AutoCloseable {
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String LENGTH = "\r\ncontent-length:";

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private final byte[] buffer = new byte[16_384];

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = socket.getInputStream();
  }

  /** The status of the answer; its body is read and dropped. */
  int put(String path, String token, String body) throws IOException {
    String request =
        "PUT "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + END_OF_HEAD
            + body;
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    int read = 0;
    String head = "";
    int end = -1;
    while (end < 0) {
      read += readMore(read);
      head = new String(buffer, 0, read, StandardCharsets.US_ASCII);
      end = head.indexOf(END_OF_HEAD);
    }
    int missing = end + END_OF_HEAD.length() + length(head.substring(0, end)) - read;
    while (missing > 0) {
      missing -= readMore(0);
    }
    return Integer.parseInt(head.substring(9, 12));
  }

  private int readMore(int offset) throws IOException {
    int count = in.read(buffer, offset, buffer.length - offset);
    if (count < 0) {
      throw new EOFException("The service closed the connection");
    }
    return count;
  }

  private static int length(String head) {
    int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) {
      return 0;
    }
    int from = at + LENGTH.length();
    int to = head.indexOf('\r', from);
    return Integer.parseInt(head.substring(from, to < 0 ? head.length() : to).strip());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
