package org.ardina.cache;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.store.RedisStore;
import org.ardina.store.StoreUnavailableException;
import org.ardina.store.StoreWatch;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/** Sends wake-up calls to all replicas through Redis and hears theirs. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class WakeUpCalls {

    private static final Logger LOG = Logger.getLogger(WakeUpCalls.class.getName());
    private static final String CHANNEL = "ardina:wake-up";

    @Inject
    private RedisStore redis;

    @Inject
    private StoreWatch watch;

    @Inject
    private Event<WakeUp> heard;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean listening = new AtomicBoolean();
    private final JedisPubSub listener = new JedisPubSub() {
        @Override
        public void onMessage(String channel, String message) {
            Arrays.stream(WakeUp.Call.values())
                    .filter(call -> call.name().equals(message))
                    .forEach(call -> heard.fire(new WakeUp(call)));
        }
    };

    /** Wakes every replica, this one too; without Redis only this one. */
    public void send(WakeUp.Call call) {
        try {
            redis.client().publish(CHANNEL, call.name());
        } catch (JedisException | StoreUnavailableException away) {
            LOG.log(Level.FINE, "Other replicas were not woken", away);
            heard.fire(new WakeUp(call));
        }
    }

    /** Listens again where that has ended, as it does when Redis goes away. */
    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    void listen() {
        if (watch.redis().available() && listening.compareAndSet(false, true)) {
            executor.execute(this::hear);
        }
    }

    private void hear() {
        try {
            redis.client().subscribe(listener, CHANNEL);
        } catch (JedisException | StoreUnavailableException ended) {
            LOG.log(Level.FINE, "Wake-up calls are not heard for now", ended);
        } finally {
            listening.set(false);
        }
    }

    @PreDestroy
    void stop() {
        try {
            if (listener.isSubscribed()) {
                listener.unsubscribe();
            }
        } catch (JedisException away) {
            LOG.log(Level.FINE, "Redis ended first", away);
        }
    }
}
