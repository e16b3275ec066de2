package org.ardina.cache;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/** Pages in Redis, each under a key of its own, so that a cluster spreads them. */
final class RedisPages implements SharedPages {

    private static final String PAGE = "ardina:page:";
    private static final String LEASE = "ardina:page-lease:";
    private static final String MOST_READ = "ardina:page:most-read";
    private static final long MOST_READ_SECONDS = 24 * 60 * 60L;
    private static final long LEASE_MILLIS = 5000;

    /** Deletes the lease only of whoever asks: it may have run out and be another's. */
    private static final String RELEASE =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

    private final RedisCircuit circuit;
    private final RedisPurges purges;
    private final InstantSource clock;
    private final String replica = UUID.randomUUID().toString();

    RedisPages(RedisCircuit circuit, InstantSource clock) {
        this.circuit = circuit;
        this.purges = new RedisPurges(circuit);
        this.clock = clock;
    }

    @Override
    public Found find(PageKey key) {
        return purges.isUpToDate() ? circuit.call(client -> find(client, key), Found.NOTHING) : Found.NOTHING;
    }

    private Found find(UnifiedJedis client, PageKey key) {
        Response<byte @Nullable []> bytes;
        Response<List<@Nullable String>> point;
        try (AbstractPipeline pipeline = client.pipelined()) {
            bytes = pipeline.get(bytes(PAGE + key.text()));
            point = pipeline.hmget(RedisPurges.KEY, RedisPurges.EPOCH, RedisPurges.SEQUENCE);
        }
        Generation generation = RedisPurges.generation(client, point.get());
        byte[] found = bytes.get();
        CachedPage page = found == null ? null : PageCodec.read(found);
        boolean usable = page != null
                && page.lifetime().isShowable(clock.millis())
                && RedisPurges.isCurrent(client, page.generation(), page.marks());
        return new Found(usable ? page : null, generation);
    }

    @Override
    public boolean isCurrent(CachedPage page) {
        return !purges.isUpToDate()
                || circuit.call(client -> RedisPurges.isCurrent(client, page.generation(), page.marks()), true);
    }

    @Override
    public void store(PageKey key, CachedPage page) {
        Generation generation = page.generation();
        long milliseconds = page.lifetime().staleUntil() - clock.millis();
        if (generation != null && milliseconds > 0) {
            byte[] bytes = PageCodec.write(page, generation);
            circuit.call(
                    client -> client.set(
                            bytes(PAGE + key.text()),
                            bytes,
                            SetParams.setParams().px(milliseconds)),
                    "");
        }
    }

    @Override
    public void purge(int[] marks) {
        purges.purge(marks);
    }

    @Override
    public void purgeAll() {
        purges.purgeAll();
    }

    @Override
    public boolean tryLease(PageKey key) {
        SetParams forAWhile = SetParams.setParams().nx().px(LEASE_MILLIS);
        return circuit.call(client -> client.set(LEASE + key.text(), replica, forAWhile) != null, true);
    }

    @Override
    public void release(PageKey key) {
        circuit.call(client -> client.eval(RELEASE, List.of(LEASE + key.text()), List.of(replica)), "");
    }

    @Override
    public @Nullable Instant purgedUntil() {
        return purges.until();
    }

    @Override
    public void notePurgedUntil(Instant time) {
        purges.noteUntil(time);
    }

    @Override
    public void saveMostRead(List<PageKey> keys) {
        String lines = keys.stream().map(PageKey::text).collect(Collectors.joining("\n"));
        circuit.call(
                client -> client.set(MOST_READ, lines, SetParams.setParams().ex(MOST_READ_SECONDS)), "");
    }

    @Override
    public List<PageKey> mostRead() {
        return circuit.call(client -> Optional.ofNullable(client.get(MOST_READ)), Optional.<String>empty())
                .map(lines -> lines.lines().map(PageKey::parse).toList())
                .orElse(List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
