package org.ardina.store;

import com.mongodb.MongoException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.configuration.ConfigurationException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Whether the stores are there: opens them, asks them for a sign of life, and tells of changes. With a configuration that
 * cannot be used they stay closed. What it knows is asked several times for each page, so that it is no enterprise bean,
 * whose calls cost as much as a small query.
 */
@ApplicationScoped
public class StoreWatch {

    private static final Logger LOG = Logger.getLogger(StoreWatch.class.getName());

    @Inject
    private MongoStore mongo;

    @Inject
    private RedisStore redis;

    @Any
    @Inject
    private Instance<IndexedCollection> collections;

    @Inject
    private Event<StoresOpened> opened;

    private final ReentrantLock looking = new ReentrantLock();
    private volatile boolean prepared;
    private volatile StoreStatus mongoStatus = new StoreStatus(false, "not yet reached", Instant.now());
    private volatile StoreStatus redisStatus = new StoreStatus(false, "not yet reached", Instant.now());

    public StoreStatus mongo() {
        return mongoStatus;
    }

    public StoreStatus redis() {
        return redisStatus;
    }

    /** Opens the stores that are not open, and asks them for a sign of life; one look at a time. */
    void look() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            // Told before Redis is asked, which may keep one waiting and without which readers are served.
            mongoStatus = changed("MongoDB", mongoStatus, failureOfMongo());
            redisStatus = changed("Redis", redisStatus, failureOfRedis());
        } catch (RuntimeException unusable) {
            refuse(unusable);
        } finally {
            looking.unlock();
        }
    }

    private void refuse(RuntimeException unusable) {
        Throwable cause = unusable;
        while (!(cause instanceof ConfigurationException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        if (!message.equals(mongoStatus.detail())) {
            String line = "The server takes no readers: " + message;
            if (cause instanceof ConfigurationException) {
                LOG.severe(line);
            } else {
                LOG.log(Level.SEVERE, line, unusable);
            }
            mongoStatus = new StoreStatus(false, message, Instant.now());
            redisStatus = mongoStatus;
        }
    }

    private @Nullable String failureOfMongo() {
        try {
            mongo.ping();
            if (!prepared) {
                mongo.open(collections);
                opened.fire(new StoresOpened());
                prepared = true;
            }
            return null;
        } catch (MongoException | StoreUnavailableException away) {
            return firstLine(away);
        }
    }

    private @Nullable String failureOfRedis() {
        try {
            redis.ping();
            return null;
        } catch (JedisException | StoreUnavailableException away) {
            return firstLine(away);
        }
    }

    private static StoreStatus changed(String name, StoreStatus before, @Nullable String failure) {
        boolean available = failure == null;
        if (available == before.available()
                && (failure == null || before.detail().equals(failure))) {
            return before;
        }
        if (available) {
            LOG.log(Level.INFO, "{0} is available", name);
        } else if (before.available() || before.detail().startsWith("not yet")) {
            LOG.log(Level.WARNING, "{0} is away: {1}. It is tried again every two seconds", new Object[] {name, failure
            });
        }
        return new StoreStatus(available, failure == null ? "" : failure, Instant.now());
    }

    private static String firstLine(Exception exception) {
        String message = String.valueOf(exception.getMessage());
        return message.lines().findFirst().orElse(exception.getClass().getSimpleName());
    }
}
