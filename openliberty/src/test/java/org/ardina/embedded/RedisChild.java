package org.ardina.embedded;

import java.nio.file.Path;

/** A process that runs an {@link EmbeddedRedis} until it is killed. */
public final class RedisChild {

    private RedisChild() {}

    /**
     * Prints the address.
     *
     * @param arguments the directory
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(new EmbeddedRedis().start(Path.of(arguments[0])));
        Thread.currentThread().join();
    }
}
