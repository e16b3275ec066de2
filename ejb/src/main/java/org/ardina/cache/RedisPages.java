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
        Question question;
        try (AbstractPipeline pipeline = client.pipelined()) {
            question = Question.ask(pipeline, key);
        }
        return found(client, question);
    }

    private Found found(UnifiedJedis client, Question question) {
        Generation generation = RedisPurges.generation(client, question.point().get());
        byte[] found = question.page().get();
        CachedPage page = found == null ? null : PageCodec.read(found);
        boolean usable = page != null
                && page.lifetime().isShowable(clock.millis())
                && RedisPurges.isCurrent(client, page.generation(), page.marks());
        return new Found(usable ? page : null, generation);
    }

    /** What is asked for at once: the page, and up to where purges have come. */
    private record Question(Response<byte @Nullable []> page, Response<List<@Nullable String>> point) {

        static Question ask(AbstractPipeline pipeline, PageKey key) {
            return new Question(
                    pipeline.get(pageKey(key)),
                    pipeline.hmget(RedisPurges.KEY, RedisPurges.EPOCH, RedisPurges.SEQUENCE));
        }
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
        if (generation == null || milliseconds <= 0) {
            release(key);
            return;
        }
        byte[] bytes = PageCodec.write(page, generation);
        circuit.call(client -> store(client, key, bytes, milliseconds), false);
    }

    private boolean store(UnifiedJedis client, PageKey key, byte[] bytes, long milliseconds) {
        try (AbstractPipeline pipeline = client.pipelined()) {
            pipeline.set(pageKey(key), bytes, SetParams.setParams().px(milliseconds));
            pipeline.eval(RELEASE, List.of(leaseKey(key)), List.of(replica));
        }
        return true;
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
    public Lease lease(PageKey key) {
        return purges.isUpToDate() ? circuit.call(client -> lease(client, key), Lease.UNKNOWN) : Lease.UNKNOWN;
    }

    private Lease lease(UnifiedJedis client, PageKey key) {
        Response<@Nullable String> taken;
        Question question;
        try (AbstractPipeline pipeline = client.pipelined()) {
            taken = pipeline.set(
                    leaseKey(key), replica, SetParams.setParams().nx().px(LEASE_MILLIS));
            question = Question.ask(pipeline, key);
        }
        return new Lease(taken.get() != null, found(client, question));
    }

    @Override
    public void release(PageKey key) {
        circuit.call(client -> client.eval(RELEASE, List.of(leaseKey(key)), List.of(replica)), "");
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

    private static byte[] pageKey(PageKey key) {
        return (PAGE + slot(key)).getBytes(StandardCharsets.UTF_8);
    }

    private static String leaseKey(PageKey key) {
        return LEASE + slot(key);
    }

    /** Braces tell a cluster to keep a page and the right to render it in one place, where one is seen after the other. */
    private static String slot(PageKey key) {
        return '{' + key.text() + '}';
    }
}
