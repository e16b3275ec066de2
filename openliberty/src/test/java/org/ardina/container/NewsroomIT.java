package org.ardina.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.ardina.account.AdminAccount;
import org.ardina.account.Device;
import org.ardina.account.LiveSessions;
import org.ardina.account.Session;
import org.ardina.account.Sessions;
import org.ardina.article.Arrival;
import org.ardina.article.ArticleIntake;
import org.ardina.article.ArticleState;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.BodyFormat;
import org.ardina.article.BodyRendering;
import org.ardina.article.Content;
import org.ardina.article.Origin;
import org.ardina.article.Slug;
import org.ardina.importing.Imports;
import org.ardina.problem.BadCredentialsException;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.ardina.store.StoreWatch;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
class NewsroomIT {

    private static final String IMPORT = "container-test";
    private static final Device DEVICE = new Device("", "127.0.0.1");

    @EJB
    private Articles articles;

    @EJB
    private Sessions sessions;

    @EJB
    private Imports imports;

    @Inject
    private StoreWatch watch;

    @Inject
    private ArticleIntake intake;

    @Inject
    private LiveSessions liveSessions;

    @Inject
    private Topics topics;

    /** The packaged application with a web module of tests in place of its doors, and the embedded stores. */
    @Deployment
    static EnterpriseArchive application() {
        File home = new File(System.getProperty("ardina.server.home"), "usr/servers/ardina");
        EnterpriseArchive application =
                ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(home, "apps/ardina.ear"));
        application.delete("/ardina-web.war");
        application.delete("/META-INF/application.xml");
        File[] stores = new File(home, "embedded-stores").listFiles();
        if (stores == null) {
            throw new IllegalStateException("The packaged server has no embedded stores in " + home);
        }
        for (File store : stores) {
            application.addAsLibrary(store);
        }
        for (Class<?> library : List.of(Awaitility.class, Matcher.class)) {
            application.addAsLibrary(new File(
                    library.getProtectionDomain().getCodeSource().getLocation().getPath()));
        }
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "tests.war").addClass(NewsroomIT.class);
        return application.addAsModule(Testable.archiveToTest(tests));
    }

    /** They are opened beside the start of the application. */
    @BeforeEach
    void awaitStores() {
        Awaitility.await("the stores")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> watch.mongo().available() && watch.redis().available());
    }

    @Test
    void showsWhatIsPublishedAndNothingElse() {
        Instant now = Instant.now();
        intake.take(List.of(
                arrival("seen", ArticleState.APPROVED, now.minusSeconds(60)),
                arrival("embargoed", ArticleState.APPROVED, now.plusSeconds(3600)),
                arrival("drafted", ArticleState.DRAFT, null),
                arrival("waiting", ArticleState.PENDING, null),
                arrival("shelved", ArticleState.ARCHIVED, now.minusSeconds(60))));
        assertTrue(articles.find(new Slug("seen")).isPresent());
        for (String hidden : List.of("embargoed", "drafted", "waiting", "shelved")) {
            assertEquals(Optional.empty(), articles.find(new Slug(hidden)), hidden);
        }
        Set<String> listed = articles.latest(null, 100).items().stream()
                .map(summary -> summary.slug().value())
                .collect(Collectors.toSet());
        assertTrue(listed.contains("seen"));
        assertFalse(listed.contains("embargoed"));
        assertFalse(listed.contains("shelved"));
    }

    @Test
    void givesEveryArticleASlugOfItsOwnWhenManyArriveAtOnce() throws Exception {
        int together = 8;
        ExecutorService threads = Executors.newFixedThreadPool(together);
        try {
            List<Callable<Map<String, ArticleIntake.Stored>>> work = new ArrayList<>();
            for (int thread = 0; thread < together; thread++) {
                List<Arrival> batch = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    batch.add(arrival("same-slug", "contended-" + thread + "-" + i, Instant.now()));
                }
                work.add(() -> intake.take(batch));
            }
            int stored = 0;
            for (Future<Map<String, ArticleIntake.Stored>> done : threads.invokeAll(work)) {
                stored += done.get().size();
            }
            assertEquals(together * 5, stored);
        } finally {
            threads.shutdownNow();
        }
        Set<Slug> slugs = articles.latest(null, 100).items().stream()
                .map(ArticleSummary::slug)
                .filter(slug -> slug.value().startsWith("same-slug"))
                .collect(Collectors.toSet());
        assertEquals(together * 5, slugs.size());
    }

    @Test
    void walksAListWithoutGapsOrRepeats() {
        Instant moment = Instant.parse("2001-01-01T00:00:00Z");
        List<Arrival> batch = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            // Many share a moment, so that the id decides between them.
            batch.add(arrival("walk-" + i, ArticleState.APPROVED, moment.plusSeconds(i / 10)));
        }
        topics.add(List.of(new Topic(new Slug("walking"), "Walking", "", 1, 0)));
        intake.take(batch.stream().map(NewsroomIT::walking).toList());
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<ArticleSummary> page = articles.latestInTopic(new Slug("walking"), cursor, 10);
            page.items().forEach(summary -> seen.add(summary.slug().value()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(57, seen.size());
        assertEquals(57, Set.copyOf(seen).size());
        topics.recount(Set.of(new Slug("walking")));
        assertEquals(57, topics.find(new Slug("walking")).orElseThrow().articles());
        assertThrows(InvalidInputException.class, () -> articles.latest("nonsense", 10));
        assertThrows(InvalidInputException.class, () -> articles.latest(null, 101));
    }

    @Test
    void logsInWithTheRightPasswordOnly() {
        Session session = sessions.open(AdminAccount.USERNAME, "correct-horse-battery", DEVICE);
        assertEquals("ADMIN", session.account().role());
        assertEquals(session.account(), liveSessions.find(session.token()).orElseThrow());
        assertNotEquals(
                session.token(),
                sessions.open(AdminAccount.USERNAME, "correct-horse-battery", DEVICE)
                        .token());
        assertThrows(BadCredentialsException.class, () -> sessions.open(AdminAccount.USERNAME, "wrong", DEVICE));
        assertThrows(BadCredentialsException.class, () -> sessions.open("nobody", "correct-horse-battery", DEVICE));
        sessions.close(session.token());
        assertEquals(Optional.empty(), liveSessions.find(session.token()));
    }

    @Test
    void refusesImportsToWhoeverIsNotAnAdministrator() {
        assertThrows(
                EJBAccessException.class,
                () -> imports.start("file", null, true, new ByteArrayInputStream(new byte[0])));
        assertThrows(EJBAccessException.class, () -> imports.find("0123456789abcdef01234567"));
    }

    private static Arrival walking(Arrival arrival) {
        Content content = arrival.content();
        return new Arrival(
                new Content(
                        content.headline(),
                        content.standfirst(),
                        content.body(),
                        new Slug("walking"),
                        content.tags(),
                        content.authors(),
                        content.language(),
                        null),
                arrival.slug(),
                arrival.state(),
                arrival.publishedAt(),
                null,
                arrival.origin());
    }

    private static Arrival arrival(String slug, String key, Instant publishedAt) {
        return new Arrival(
                content(slug),
                new Slug(slug),
                ArticleState.APPROVED,
                publishedAt,
                null,
                new Origin(key, IMPORT, 1, null));
    }

    private static Arrival arrival(String slug, ArticleState state, @Nullable Instant publishedAt) {
        return new Arrival(content(slug), new Slug(slug), state, publishedAt, null, new Origin(slug, IMPORT, 1, null));
    }

    private static Content content(String headline) {
        return new Content(
                headline,
                "",
                BodyRendering.render(BodyFormat.TEXT, "Body of " + headline),
                null,
                List.of(),
                List.of(),
                "en",
                null);
    }
}
