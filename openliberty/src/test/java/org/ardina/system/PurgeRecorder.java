package org.ardina.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Stands for a cache in front of the site, and notes what it is told to drop. */
final class PurgeRecorder implements AutoCloseable {

    private static final int MOST = 1000;

    private final Deque<String> told = new ArrayDeque<>();
    private final HttpServer server;

    PurgeRecorder() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        server.createContext("/purge", this::note);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/purge");
    }

    /** The tags of each of the last calls. */
    synchronized List<String> told() {
        return List.copyOf(told);
    }

    private void note(HttpExchange call) throws IOException {
        synchronized (this) {
            told.add(call.getRequestMethod() + " "
                    + Objects.toString(call.getRequestHeaders().getFirst("Surrogate-Key"), "everything"));
            if (told.size() > MOST) {
                told.remove();
            }
        }
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
