package org.ardina.system;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports for servers that open them seconds later. They lie below those that operating systems give to connections and to
 * whoever asks for any port (on Linux 32768 and above), so that nobody takes them meanwhile.
 */
final class FreePort {

    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;
    private static final AtomicInteger NEXT = new AtomicInteger(new Random().nextInt(COUNT));

    private FreePort() {}

    /** A port that nobody listens on, and that has not been given out before. */
    static int next() {
        return IntStream.generate(() -> FIRST + NEXT.getAndIncrement() % COUNT)
                .limit(COUNT)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
