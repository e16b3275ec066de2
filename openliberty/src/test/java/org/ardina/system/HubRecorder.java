package org.ardina.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands for a WebSub hub, and notes what it is told. */
final class HubRecorder implements AutoCloseable {

    private static final String PUBLISH = "hub.mode=publish&hub.url=";

    private final List<String> feeds = new ArrayList<>();
    private final HttpServer server;

    HubRecorder() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        server.createContext("/hub", this::note);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/hub");
    }

    /** The paths of the feeds of which it was told, in order, each as often as it was. */
    synchronized List<String> feeds() {
        return List.copyOf(feeds);
    }

    private void note(HttpExchange call) throws IOException {
        String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean publish = call.getRequestMethod().equals("POST") && form.startsWith(PUBLISH);
        if (publish) {
            URI feed = URI.create(URLDecoder.decode(form.substring(PUBLISH.length()), StandardCharsets.UTF_8));
            synchronized (this) {
                feeds.add(feed.getPath());
            }
        }
        call.sendResponseHeaders(publish ? 202 : 400, -1);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
