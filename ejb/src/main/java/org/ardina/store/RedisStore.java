package org.ardina.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Redis, which holds only what can be rebuilt: the site goes on without it, slower. */
@ApplicationScoped
public class RedisStore {

    private static final int CONNECTIONS = 64;

    @Inject
    private RedisConfiguration configuration;

    @Inject
    private EmbeddedStores embeddedStores;

    private @Nullable UnifiedJedis client;

    /**
     * The client, for single server, cluster and Sentinel alike.
     *
     * @throws JedisException if a cluster or Sentinel cannot be reached for the first time
     * @throws StoreUnavailableException if the embedded store cannot start
     */
    public synchronized UnifiedJedis client() {
        if (client == null) {
            client = connect(configuration
                    .address()
                    .orElseGet(() -> RedisAddress.parse(
                            embeddedStores.address(EmbeddedStore.Kind.REDIS, RedisConfiguration.URI))));
        }
        return client;
    }

    /** Asks the server for a sign of life. */
    void ping() {
        long giveUp = System.nanoTime() + configuration.timeout().toNanos();
        for (int left = CONNECTIONS; ; left--) {
            try {
                // A read of one key is the one question that single server, cluster and Sentinel answer alike.
                client().exists("ardina:ping");
                return;
            } catch (JedisConnectionException broken) {
                // Each failure takes a connection out of the pool, where all of them are broken when Redis comes back.
                if (left == 0 || System.nanoTime() > giveUp) {
                    throw broken;
                }
            }
        }
    }

    private UnifiedJedis connect(RedisAddress address) {
        int timeout = (int) configuration.timeout().toMillis();
        DefaultJedisClientConfig.Builder login = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(timeout)
                .socketTimeoutMillis(timeout)
                .clientName("ardina");
        if (address.encrypted()) {
            login.sslOptions(SslOptions.defaults());
        }
        if (address.password() != null) {
            login.password(address.password());
        }
        if (address.user() != null) {
            login.user(address.user());
        }
        if (address.form() == RedisAddress.Form.SINGLE) {
            login.database(address.database());
        }
        DefaultJedisClientConfig node = login.build();
        GenericObjectPoolConfig<Connection> pool = pool();
        return switch (address.form()) {
            case SINGLE ->
                RedisClient.builder()
                        .hostAndPort(address.hosts().get(0))
                        .clientConfig(node)
                        .poolConfig(pool)
                        .build();
            case CLUSTER ->
                RedisClusterClient.builder()
                        .nodes(address.hostSet())
                        .clientConfig(node)
                        .poolConfig(pool)
                        .maxTotalRetriesDuration(configuration.timeout().multipliedBy(2))
                        .topologyRefreshPeriod(Duration.ofSeconds(30))
                        .build();
            case SENTINEL ->
                RedisSentinelClient.builder()
                        .masterName(address.masterName())
                        .sentinels(address.hostSet())
                        .clientConfig(node)
                        .sentinelClientConfig(node)
                        .poolConfig(pool)
                        .build();
        };
    }

    private GenericObjectPoolConfig<Connection> pool() {
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMinIdle(1);
        pool.setMaxWait(configuration.timeout());
        return pool;
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
