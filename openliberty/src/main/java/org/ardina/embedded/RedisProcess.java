package org.ardina.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A Redis child that an earlier server left behind because it was killed. */
final class RedisProcess {

    private static final Logger LOGGER = Logger.getLogger(RedisProcess.class.getName());

    private RedisProcess() {}

    static Path pidFile(Path home) {
        return home.resolve("redis.pid");
    }

    /**
     * Ends the process named in the directory's pid file, if its program lies in the same directory. The number may
     * belong to somebody else's process by now; such a process is left alone.
     *
     * @param home the real path of the directory
     */
    static void stopLeftOver(Path home) throws IOException {
        Path pidFile = pidFile(home);
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile).strip();
        if (pid.matches("\\d{1,18}")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> isProgramIn(home, process))
                    .ifPresent(RedisProcess::stop);
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isProgramIn(Path home, ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).startsWith(home))
                .orElse(false);
    }

    private static void stop(ProcessHandle process) {
        LOGGER.log(Level.INFO, "Stopping Redis, process {0}, left behind by a killed server.", process.pid());
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
