package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Newsletters of two replicas: asked for, confirmed, sent once, ended. */
@ExtendWith(TwoReplicas.Provider.class)
class NewsletterIT {

    private static final String SLUG = "a-story-for-the-newsletter";
    private static final int MANY = 300;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern TO = Pattern.compile("(?m)^To: (\\S+)\\s*$");
    private static final Pattern KEY = Pattern.compile("/(newsletter[a-z-]*)/([A-Za-z0-9_-]{43})");

    private final TwoReplicas replicas;
    private final MongoCollection<Document> subscriptions;

    NewsletterIT(TwoReplicas replicas) {
        this.replicas = replicas;
        this.subscriptions = replicas.collection("newsletterSubscriptions");
        replicas.add(List.of(SLUG));
        replicas.change(SLUG, "publishedAt", Date.from(Instant.now().minus(Duration.ofHours(3))));
    }

    @AfterEach
    void forget() {
        subscriptions.deleteMany(new Document());
        replicas.collection("articles").deleteMany(Filters.eq("slugs", SLUG));
    }

    @Test
    void isSentToWhoeverConfirmedItUntilTheyEndIt() {
        String address = "rosa@news.example";
        Visitor reader = new Visitor(replicas.first().site());
        HttpResponse<String> asked =
                reader.submit(reader.page("/newsletter"), "main form", Map.of("email", address, "cadence", "DAILY"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(subscriptions.countDocuments()).as("before it is confirmed").isZero();

        Visitor another = new Visitor(replicas.second().site());
        String link = link(awaitLetter(address, "newsletter-confirmation"), "newsletter-confirmation");
        org.jsoup.nodes.Document confirmation = another.page(link);
        assertThat(another.submit(confirmation, "main form", Map.of()).body()).contains("From now on");
        assertThat(another.submit(confirmation, "main form", Map.of()).statusCode())
                .as("a second time")
                .isEqualTo(422);
        String known = main(asked);
        assertThat(main(reader.submit(
                        reader.page("/newsletter"), "main form", Map.of("email", address, "cadence", "DAILY"))))
                .as("the answer to an address that is known")
                .isEqualTo(known);

        serveAgain();
        String letter = awaitLetter(address, "newsletter-end");
        assertThat(letter).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", "/articles/" + SLUG);
        org.jsoup.nodes.Document choice = reader.page(link(letter, "newsletter"));
        assertThat(choice.select("input[value=DAILY]").hasAttr("checked")).isTrue();
        assertThat(reader.submit(choice, "main form", Map.of("cadence", "WEEKLY"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Objects.requireNonNull(subscriptions.find().first()).getString("cadence"))
                .isEqualTo("WEEKLY");

        String end = link(letter, "newsletter-end");
        assertThat(reader.page(end).select("main form"))
                .as("a link alone ends nothing")
                .hasSize(1);
        assertThat(subscriptions.countDocuments()).isOne();
        HttpResponse<String> oneClick = replicas.second()
                .site()
                .send(replicas.second()
                        .site()
                        .request(end)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build());
        assertThat(oneClick.statusCode()).isEqualTo(200);
        assertThat(subscriptions.countDocuments())
                .as("what is kept of an address")
                .isZero();
        assertThat(reader.get(link(letter, "newsletter")).body()).contains("too old");
    }

    @Test
    void isSentOnceThoughAReplicaDiesInTheMiddle() throws InterruptedException {
        List<String> addresses = IntStream.range(0, MANY)
                .mapToObj(i -> String.format("reader-%03d@news.example", i))
                .toList();
        Date before = Date.from(Instant.now().minus(Duration.ofDays(2)));
        subscriptions.insertMany(addresses.stream()
                .map(address -> new Document("_id", address)
                        .append("email", address)
                        .append("key", UUID.randomUUID().toString())
                        .append("cadence", "DAILY")
                        .append("topics", List.of())
                        .append("language", "en")
                        .append("refusals", 0)
                        .append("servedUntil", before))
                .toList());
        Awaitility.await("the first letters")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> replicas.both().stream().anyMatch(replica -> sent(replica) > MANY / 20));
        Replica sender = replicas.both().stream()
                .filter(replica -> sent(replica) > 0)
                .findFirst()
                .orElseThrow();
        sender.server().kill();
        assertThat(unserved(before))
                .as("readers who were not served when it died")
                .isPositive();
        Map<String, Integer> letters = new HashMap<>();
        count(sender, letters);
        replicas.replace(sender);

        Awaitility.await("the other readers").atMost(Duration.ofMinutes(4)).until(() -> unserved(before) == 0);
        Awaitility.await("the last letter")
                .atMost(SOON)
                .until(() ->
                        replicas.both().stream().mapToInt(NewsletterIT::sent).sum()
                                        + letters.values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum()
                                >= MANY - 1);
        replicas.both().forEach(replica -> count(replica, letters));
        assertThat(letters.values()).as("letters to each").containsOnly(1);
        assertThat(letters).as("at most the one that was being sent is lost").hasSizeBetween(MANY - 1, MANY);
    }

    private long unserved(Date before) {
        return subscriptions.countDocuments(
                Filters.and(Filters.eq("cadence", "DAILY"), Filters.eq("servedUntil", before)));
    }

    /** Has everybody get the edition that is due. */
    private void serveAgain() {
        Date before = Date.from(Instant.now().minus(Duration.ofDays(2)));
        assertThat(subscriptions
                        .updateMany(new Document(), Updates.set("servedUntil", before))
                        .getModifiedCount())
                .isPositive();
    }

    private static int sent(Replica replica) {
        Map<String, Integer> letters = new HashMap<>();
        count(replica, letters);
        return letters.size();
    }

    private static void count(Replica replica, Map<String, Integer> letters) {
        for (String letter : replica.server().letters()) {
            Matcher to = TO.matcher(letter);
            if (to.find() && to.group(1).startsWith("reader-")) {
                letters.merge(to.group(1), 1, Integer::sum);
            }
        }
    }

    private String awaitLetter(String address, String link) {
        return Awaitility.await("a letter with a link to " + link)
                .atMost(SOON)
                .until(() -> letters(address, link).findFirst().orElse(""), letter -> !letter.isEmpty());
    }

    private Stream<String> letters(String address, String link) {
        return replicas.both().stream()
                .flatMap(replica -> replica.server().letters().stream())
                .map(letter -> letter.replace("=\r\n", ""))
                .filter(letter -> letter.contains("To: " + address) && letter.contains("/" + link + "/"));
    }

    private static String link(String letter, String page) {
        Matcher link = KEY.matcher(letter);
        while (link.find()) {
            if (link.group(1).equals(page)) {
                return '/' + page + '/' + link.group(2);
            }
        }
        throw new AssertionError("No link to " + page + " in " + letter);
    }

    private static String main(HttpResponse<String> response) {
        return Jsoup.parse(response.body()).select("main").html();
    }
}
