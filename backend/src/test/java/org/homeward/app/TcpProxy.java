package org.homeward.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between the service and PostgreSQL, and cuts. */
final class TcpProxy implements AutoCloseable {
  /** What PostgreSQL answers to a commit (CommandComplete, "Message Formats" of its manual). */
  private static final String COMMITTED = "COMMIT\0";

  private final InetSocketAddress target;
  private final int port;
  private final AtomicReference<ServerSocket> listener = new AtomicReference<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Cut> nextCut = new AtomicReference<>(Cut.NONE);
  private final AtomicInteger cuts = new AtomicInteger();

  /** Where in a transaction the connection is to be lost, once. */
  enum Cut {
    NONE,
    BEFORE_COMMIT_ARRIVES,
    BEFORE_COMMIT_IS_CONFIRMED
  }

  TcpProxy(int targetPort) {
    this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
    this.port = ServiceUnderTest.freePort();
    comeBack();
  }

  int port() {
    return port;
  }

  /** Ends all connections and refuses new ones. */
  void goAway() throws IOException {
    listener.get().close();
    cutAll();
  }

  void comeBack() {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      listener.set(socket);
      Thread.ofVirtual().name("proxy").start(() -> accept(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all connections; new ones are taken, and the next commit on one of them is cut so. */
  void cutNext(Cut cut) {
    cutAll();
    nextCut.set(cut);
  }

  /** How many commits were cut. */
  int cuts() {
    return cuts.get();
  }

  @Override
  public void close() throws IOException {
    goAway();
  }

  private void cutAll() {
    sockets.forEach(TcpProxy::end);
    sockets.clear();
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket server = new Socket();
        server.connect(target);
        sockets.add(client);
        sockets.add(server);
        if (socket.isClosed()) {
          cutAll();
        }
        forward(client, server, Cut.BEFORE_COMMIT_ARRIVES, "COMMIT");
        forward(server, client, Cut.BEFORE_COMMIT_IS_CONFIRMED, COMMITTED);
      } catch (IOException closed) {
        // Looked at by the loop.
      }
    }
  }

  private void forward(Socket from, Socket to, Cut cut, String sign) {
    Thread.ofVirtual()
        .start(
            () -> {
              byte[] buffer = new byte[64 * 1024];
              try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                  boolean commit =
                      new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains(sign);
                  if (commit && nextCut.compareAndSet(cut, Cut.NONE)) {
                    cuts.incrementAndGet();
                    break;
                  }
                  out.write(buffer, 0, count);
                }
              } catch (IOException ended) {
                // Then the other side ends too.
              }
              end(from);
              end(to);
              sockets.remove(from);
              sockets.remove(to);
            });
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
