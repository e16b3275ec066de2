package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A line between a server and a store that can be cut and mended. It keeps its port while it is cut. */
final class TcpProxy implements AutoCloseable {

    private enum Line {
        OPEN,
        CUT,
        SILENT
    }

    private final int port;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;
    private volatile Line line = Line.CUT;

    private TcpProxy(int port, int target) {
        this.port = port;
        this.target = target;
    }

    /** A line to a port of this machine, cut at first. */
    static TcpProxy to(int target) {
        return new TcpProxy(FreePort.next(), target);
    }

    int port() {
        return port;
    }

    /** Ends all connections and refuses new ones, and makes sure that it does. */
    void cut() {
        line = Line.CUT;
        closeQuietly(listener);
        listener = null;
        dropConnections();
        // A thread that waits in accept keeps the port open until it wakes.
        Awaitility.await("connections are refused")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
                        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close()));
        dropConnections();
    }

    /** Lets everything sent disappear, without an error, as a network does that drops packets. */
    void silence() {
        line = Line.SILENT;
        assertThat(sockets).as("connections that are silent now").isNotEmpty();
    }

    /** Opens the line where it is not open; connections of before are not continued. */
    void restore() {
        if (line == Line.OPEN && listener != null) {
            return;
        }
        dropConnections();
        line = Line.OPEN;
        if (listener == null) {
            listener = listen();
        }
    }

    @Override
    public void close() {
        line = Line.CUT;
        closeQuietly(listener);
        dropConnections();
    }

    private ServerSocket listen() {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            start("accept", () -> accept(opened));
            return opened;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                sockets.add(client);
                Socket store = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(store);
                start("forth", () -> copy(client, store));
                start("back", () -> copy(store, client));
            } catch (IOException closed) {
                // The listener was closed, or the client left at once; in the latter case others follow.
            }
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream input = from.getInputStream();
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                if (line == Line.OPEN) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException cut) {
            // Both ends are closed with the connection.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void dropConnections() {
        sockets.forEach(TcpProxy::closeQuietly);
        sockets.clear();
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(@Nullable Closeable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (IOException alreadyBroken) {
            throw new UncheckedIOException(alreadyBroken);
        }
    }
}
