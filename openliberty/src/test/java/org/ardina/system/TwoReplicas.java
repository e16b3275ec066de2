package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ardina.embedded.EmbeddedMongo;
import org.ardina.embedded.EmbeddedRedis;
import org.ardina.store.ChangeStamp;
import org.ardina.system.PostOffice.Letter;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import redis.clients.jedis.RedisClient;

/** Two replicas of the site on the same stores, each with lines of its own to them that a test can cut. */
final class TwoReplicas implements AutoCloseable {

    /** How long MongoDB may take. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final String TEMPLATE = "the-last-ferry-still-waits-for-the-bell";
    private static final String WAKE_UP = "ardina:wake-up";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** So small that not all pages of a test fit. */
    private static final String NEAR_BYTES = Integer.toString(2 << 20);

    /** A while ago: who was served before that is to get a newsletter. */
    private final String newsletterDue = LocalTime.now(ZoneOffset.UTC)
            .minusHours(1)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final EmbeddedRedis redis = new EmbeddedRedis();
    private final MongoClient mongoClient;
    private final RedisClient redisClient;
    private final MongoCollection<Document> articles;
    private final MongoCollection<Document> topics;
    private final URI mongoAddress;
    private final URI redisAddress;
    private final PurgeRecorder purges = new PurgeRecorder();
    private final HubRecorder hub = new HubRecorder();
    private final List<Replica> replicas = new ArrayList<>();

    private TwoReplicas() {
        Path directory = TestDirectory.make("two-replicas");
        mongoAddress = URI.create(mongo.start(directory.resolve("mongodb")));
        redisAddress = URI.create(redis.start(directory.resolve("redis")));
        mongoClient = MongoClients.create(mongoAddress.toString());
        redisClient = RedisClient.create(redisAddress);
        articles = mongoClient.getDatabase("ardina").getCollection("articles");
        topics = mongoClient.getDatabase("ardina").getCollection("topics");
        replicas.add(launch(true));
        replicas.get(0).server().awaitReady();
        replicas.add(launch(false));
        replicas.get(1).server().awaitReady();
        Awaitility.await("the demonstration edition").atMost(SOON).until(() -> template() != null);
    }

    Replica first() {
        return replicas.get(0);
    }

    Replica second() {
        return replicas.get(1);
    }

    List<Replica> both() {
        return List.copyOf(replicas);
    }

    RedisClient redis() {
        return redisClient;
    }

    /** What a cache in front of the site is told. */
    PurgeRecorder purges() {
        return purges;
    }

    /** What tells the subscribers of feeds what is new. */
    HubRecorder hub() {
        return hub;
    }

    /** The letters to somebody with that subject, of both. */
    List<Letter> letters(String to, String subject) {
        return replicas.stream()
                .flatMap(replica -> replica.server().letters().stream())
                .map(Letter::parse)
                .filter(letter -> letter.to().equals(to) && letter.subject().equals(subject))
                .toList();
    }

    /** The sum of a metric over both. */
    double sum(String metric) {
        return replicas.stream()
                .mapToDouble(replica -> replica.site().metric(metric))
                .sum();
    }

    /** Starts another in the place of a replica that was killed. */
    Replica replace(Replica killed) {
        killed.close();
        Replica fresh = launch(false);
        fresh.server().awaitReady();
        replicas.set(replicas.indexOf(killed), fresh);
        return fresh;
    }

    /** Adds published articles where they are not there yet. No change tells of them: they could be old ones. */
    void add(List<String> slugs) {
        if (articles.countDocuments(Filters.in("slugs", slugs)) == slugs.size()) {
            return;
        }
        Date longAgo = Date.from(Instant.now().minus(Duration.ofDays(30)));
        Document template = Objects.requireNonNull(template());
        template.remove("origin");
        articles.insertMany(slugs.stream()
                .map(slug -> new Document(template)
                        .append("_id", new ObjectId())
                        .append("slugs", List.of(slug))
                        .append("publishedAt", longAgo)
                        .append("updatedAt", longAgo)
                        .append(ChangeStamp.CHANGED_AT, longAgo))
                .toList());
    }

    /** Adds an account of a reader, where it is not there yet, with the password of the administrator. */
    void addReader(String username, String displayName) {
        MongoCollection<Document> accounts = mongoClient.getDatabase("ardina").getCollection("accounts");
        if (accounts.countDocuments(Filters.eq("username", username)) == 0) {
            Document admin = Objects.requireNonNull(
                    accounts.find(Filters.eq("username", "admin")).first());
            // What is unique among accounts, and optional.
            admin.keySet().removeAll(List.of("skeleton", "email", "emailKey", "verifiedEmailKey"));
            accounts.insertOne(admin.append("_id", new ObjectId())
                    .append("username", username)
                    .append("displayName", displayName)
                    .append("role", "READER"));
        }
    }

    /** What is in the store. */
    MongoCollection<Document> collection(String name) {
        return mongoClient.getDatabase("ardina").getCollection(name);
    }

    /** Changes an article in one write, as the newsroom does. */
    void change(String slug, String field, Object value) {
        Bson change = Updates.combine(Updates.set(field, value), ChangeStamp.update());
        assertThat(articles.updateOne(Filters.eq("slugs", slug), change).getModifiedCount())
                .isEqualTo(1);
    }

    /** Counts one more article of a topic. */
    void count(String topic) {
        Bson change = Updates.combine(Updates.inc("articles", 1), ChangeStamp.update());
        assertThat(topics.updateOne(Filters.eq("_id", topic), change).getModifiedCount())
                .isEqualTo(1);
    }

    /** Calls all replicas, as the one does that changed something. */
    void wake() {
        redisClient.publish(WAKE_UP, "CHANGE");
    }

    private @Nullable Document template() {
        return articles.find(Filters.eq("slugs", TEMPLATE)).first();
    }

    private Replica launch(boolean demonstration) {
        TcpProxy toMongo = TcpProxy.to(mongoAddress.getPort());
        TcpProxy toRedis = TcpProxy.to(redisAddress.getPort());
        toMongo.restore();
        toRedis.restore();
        Map<String, String> environment = new HashMap<>(ServerProcess.AS_SHIPPED);
        environment.put("ARDINA_MONGODB_URI", through(toMongo, mongoAddress));
        environment.put("ARDINA_MONGODB_TIMEOUT", TIMEOUT.toString());
        environment.put("ARDINA_REDIS_URI", through(toRedis, redisAddress));
        environment.put("ARDINA_DEMONSTRATION_ENABLED", Boolean.toString(demonstration));
        // Nothing grows old here by itself: what changes does so because it was purged.
        environment.put("ARDINA_PAGES_LIFETIME", "PT2H");
        environment.put("ARDINA_PAGES_NEAR_CACHE_BYTES", NEAR_BYTES);
        environment.put("ARDINA_PAGES_PURGE_URL", purges.address().toString());
        environment.put("ARDINA_COMMENTS_UNDO_FOR", "PT1S");
        environment.put("ARDINA_COMMENTS_LETTERS_EVERY", "PT2S");
        // Whoever dies while sending is missed after a dozen times that long.
        environment.put("ARDINA_MAIL_TIMEOUT", "PT1S");
        environment.put("ARDINA_NEWSLETTER_TIME", newsletterDue);
        environment.put("ARDINA_WEBSUB_HUB", hub.address().toString());
        return new Replica(ServerProcess.launch(TestDirectory.make("replica"), environment), toMongo, toRedis);
    }

    private static String through(TcpProxy line, URI store) {
        return store.toString().replace(":" + store.getPort(), ":" + line.port());
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        purges.close();
        hub.close();
        redisClient.close();
        mongoClient.close();
        redis.close();
        mongo.close();
    }

    /**
     * One of them.
     *
     * @param mongo its line to MongoDB
     * @param redis its line to Redis
     */
    record Replica(ServerProcess server, TcpProxy mongo, TcpProxy redis) implements AutoCloseable {

        NewsSite site() {
            return server.site();
        }

        void awaitRedis(boolean available) {
            awaitStore("redis", available);
        }

        void awaitMongo(boolean available) {
            awaitStore("mongodb", available);
        }

        /**
         * Opens a line to MongoDB that was silent. It is cut before, so that the replica knows its connections to be dead
         * and none of them fails a request later.
         */
        void mendMongo() {
            mongo.cut();
            awaitMongo(false);
            mongo.restore();
            awaitMongo(true);
        }

        private void awaitStore(String name, boolean available) {
            Awaitility.await(name + " is available: " + available)
                    .atMost(SOON)
                    .until(() -> site().isStoreAvailable(name) == available);
        }

        @Override
        public void close() {
            server.close();
            mongo.close();
            redis.close();
        }
    }

    /** Gives tests the two, started for the first of them and stopped after the last. They leave both working. */
    static final class Provider implements ParameterResolver {

        private static final ExtensionContext.Namespace NAMESPACE =
                ExtensionContext.Namespace.create(TwoReplicas.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TwoReplicas.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(TwoReplicas.class, type -> new TwoReplicas(), TwoReplicas.class);
        }
    }
}
