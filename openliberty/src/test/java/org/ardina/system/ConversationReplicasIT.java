package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.system.TwoReplicas.Replica;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many readers at two replicas at once. */
@ExtendWith(TwoReplicas.Provider.class)
class ConversationReplicasIT {

    private static final String SLUG = "a-school-roof-that-counts-swifts";
    private static final int CLIENTS = 200;
    private static final int READERS = 20;
    private static final int ACTIONS = 12;
    private static final int THREADS = 32;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** A count is looked at again half a minute after the last change. */
    private static final Duration REPAIR = Duration.ofMinutes(4);

    private final TwoReplicas replicas;

    ConversationReplicasIT(TwoReplicas replicas) {
        this.replicas = replicas;
    }

    @Test
    void countsExactlyTheLikesThatThereAre() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            replicas.addReader("likes-" + i, "Likes " + i);
            tokens.add(Api.logIn(replicas.first().site(), "likes-" + i, ServerProcess.ADMIN_PASSWORD)
                    .token());
        }
        Api writer = new Api(replicas.first().site(), tokens.get(0));
        String comment = new Talk(writer, SLUG).say("Which of them were here last year?");
        List<String> targets = List.of("/articles/" + SLUG + "/like", "/comments/" + comment + "/like");
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                // Several clients of one reader: the same like comes and goes at both replicas at once.
                String token = tokens.get(client % READERS);
                clients.add(() -> likeAtRandom(token, targets, random));
            }
            for (Future<Void> client : executor.invokeAll(clients)) {
                client.get();
            }
        } finally {
            executor.shutdownNow();
        }
        String article = writer.json("/articles/" + SLUG).path("id").asText();
        long ofArticle = likes("article:" + article);
        long ofComment = likes("comment:" + comment);
        for (Replica replica : replicas.both()) {
            Api reader = Api.anonymous(replica.site());
            assertThat(reader.json("/articles/" + SLUG).path("likes").asLong()).isEqualTo(ofArticle);
            assertThat(reader.json("/comments/" + comment).path("likes").asLong())
                    .isEqualTo(ofComment);
            Awaitility.await("the page shows it")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(replica.site()
                                    .page("/articles/" + SLUG)
                                    .select(".numbers")
                                    .text())
                            .startsWith(ofArticle + " like"));
        }
        repairs(article, ofArticle);
    }

    @Test
    void tellsOnceWhoWasAnsweredNamedAndDecidedAbout() {
        Api rosa = Api.newReader(replicas.first().site());
        Api ivo = Api.newReader(replicas.second().site());
        String name = rosa.me().path("username").asText();
        String email = name + "@example.org";
        Talk hers = new Talk(rosa, SLUG);
        Talk his = new Talk(ivo, SLUG);
        String question = hers.say("Who has counted the swifts this year?");
        List<String> told = new ArrayList<>();
        told.add(his.answer(question, "The school has, and found more."));
        told.add(his.say("A question for @" + name + ": are they back?"));
        awaitTold(email, told);
        told.add(his.answer(question, "They came back on Sunday."));
        awaitTold(email, told);
        String letter = letters(email).get(0);
        assertThat(letter).contains("Reader ");

        Matcher end = Pattern.compile("/letters-end/[A-Za-z0-9_-]{43}").matcher(letter);
        assertThat(end.find()).as(letter).isTrue();
        // As a mail program asks for it, without opening any page.
        HttpResponse<String> ended = replicas.second()
                .site()
                .send(replicas.second()
                        .site()
                        .request(end.group())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build());
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        String unheard = his.answer(question, "And left again.");
        String heard = hers.answer(unheard, "On Monday?");
        awaitTold(ivo.me().path("username").asText() + "@example.org", List.of(heard));
        assertThat(letters(email)).noneMatch(text -> text.contains(unheard));

        Api admin = Api.admin(replicas.first().site());
        assertThat(admin.post(
                                "/comments/" + question + "/decisions",
                                Api.object()
                                        .put("decision", "REJECT")
                                        .put("reason", "off-topic")
                                        .put("note", "Ask the school."))
                        .statusCode())
                .isEqualTo(200);
        String subject = "Your comment was not published";
        Awaitility.await(subject)
                .atMost(SOON)
                .until(() -> !replicas.letters(email, subject).isEmpty());
        assertThat(replicas.letters(email, subject))
                .hasSize(1)
                .first()
                .extracting(PostOffice.Letter::text, InstanceOfAssertFactories.STRING)
                .contains(
                        "Who has counted the swifts this year?",
                        "it has nothing to do with the story",
                        "Ask the school.",
                        "/comments/" + question + "/appeal");
    }

    /** Waits until letters tell of all these comments, and of each once. */
    private void awaitTold(String email, List<String> comments) {
        Awaitility.await("letters to " + email).atMost(SOON).until(() -> {
            String all = String.join("", letters(email));
            return comments.stream().allMatch(all::contains);
        });
        String all = String.join("", letters(email));
        for (String comment : comments) {
            assertThat(all).as("told once").containsOnlyOnce("/comments/" + comment);
        }
    }

    private List<String> letters(String email) {
        return replicas.letters(email, "Answers to you").stream()
                .map(PostOffice.Letter::text)
                .toList();
    }

    /** A number that is wrong, as after the death of a replica between two writes, comes right by itself. */
    private void repairs(String article, long likes) {
        assertThat(replicas.collection("conversations")
                        .updateOne(
                                Filters.eq("_id", new ObjectId(article)),
                                Updates.combine(Updates.inc("likes", 7L), Updates.inc("comments", -3L)))
                        .getModifiedCount())
                .isEqualTo(1);
        Api reader = Api.anonymous(replicas.second().site());
        Awaitility.await("the numbers are right again").atMost(REPAIR).untilAsserted(() -> {
            assertThat(reader.json("/articles/" + SLUG).path("likes").asLong()).isEqualTo(likes);
            assertThat(reader.json("/articles/" + SLUG).path("comments").asLong())
                    .isEqualTo(replicas.collection("comments")
                            .countDocuments(Filters.and(
                                    Filters.eq("article", new ObjectId(article)), Filters.eq("state", "VISIBLE"))));
        });
    }

    private Void likeAtRandom(String token, List<String> targets, Random random) {
        for (int i = 0; i < ACTIONS; i++) {
            Api api = new Api(replicas.both().get(random.nextInt(2)).site(), token);
            String target = targets.get(random.nextInt(targets.size()));
            String method = random.nextBoolean() ? "PUT" : "DELETE";
            HttpResponse<String> response = Awaitility.await("an answer")
                    .atMost(SOON)
                    .pollDelay(Duration.ZERO)
                    .until(() -> api.send(method, target, null), answer -> answer.statusCode() < 500);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        return null;
    }

    private long likes(String target) {
        return replicas.collection("likes")
                .countDocuments(Filters.and(Filters.eq("target", target), Filters.eq("liked", true)));
    }
}
