package org.ardina.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Documents, queries, orders and updates of a few fields with few different values, so that they often meet. */
final class RandomDocuments {

    private static final List<String> FIELDS = List.of("a", "b", "tags", "parts.x", "parts.y", "at");
    private static final List<ObjectId> IDENTIFIERS =
            List.of(new ObjectId("00000000000000000000000a"), new ObjectId("ff000000000000000000000b"));

    private final Random random;
    private int lastIdentifier;

    RandomDocuments(long seed) {
        random = new Random(seed);
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    int identifier() {
        return random.nextInt(lastIdentifier + 1);
    }

    List<Document> documents(int count) {
        return Stream.generate(this::document).limit(count).toList();
    }

    Document document() {
        Document document = new Document("_id", ++lastIdentifier);
        if (number(5) > 0) {
            document.append("a", value());
        }
        if (number(8) > 0) {
            document.append("b", number(4));
        }
        if (number(4) > 0) {
            document.append("tags", number(6) == 0 ? value() : values());
        }
        if (number(3) > 0) {
            document.append("parts", number(5) == 0 ? part() : list(this::part));
        }
        return document.append("at", Date.from(Instant.ofEpochMilli(number(20))));
    }

    private Document part() {
        Document part = new Document("x", number(3));
        return number(4) == 0 ? part : part.append("y", number(3));
    }

    private List<Object> values() {
        return list(() -> number(12) == 0 ? list(this::value) : value());
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        IntStream.range(0, number(4)).forEach(i -> list.add(element.get()));
        return list;
    }

    private Object value() {
        return switch (number(12)) {
            case 0 -> "";
            case 1 -> "a\u0000b";
            case 2 -> "a";
            case 3 -> "é\uD83D\uDE00\uFFFD".substring(0, 1 + number(4));
            case 4 -> -1.5;
            case 5 -> (long) number(3);
            case 6 -> (double) number(3);
            case 7 -> Long.MAX_VALUE - number(2);
            case 8 -> random.nextBoolean();
            case 9 -> IDENTIFIERS.get(number(2));
            case 10 -> new Document("k", number(2));
            default -> number(3);
        };
    }

    private @Nullable Object valueOrNull() {
        return number(8) == 0 ? null : value();
    }

    Document query() {
        Document query = new Document();
        for (int i = number(4); i >= 0; i--) {
            String field = FIELDS.get(number(FIELDS.size()));
            switch (number(8)) {
                case 0 -> query.append("$or", List.of(new Document(field, condition(field)), new Document("b", 1)));
                case 1 ->
                    query.append(
                            "$and",
                            List.of(new Document(field, condition(field)), new Document(field, condition(field))));
                default -> query.append(field, condition(field));
            }
        }
        return query;
    }

    private @Nullable Object condition(String field) {
        return switch (number(9)) {
            case 0 ->
                new Document(
                        "$in",
                        Stream.generate(() -> operand(field)).limit(number(4)).toList());
            case 1 -> new Document("$gte", comparable(field));
            case 2 -> new Document("$lt", comparable(field));
            case 3 -> new Document("$gt", comparable(field)).append("$lte", comparable(field));
            case 4 -> new Document("$ne", operand(field));
            case 5 -> new Document("$exists", random.nextBoolean());
            case 6 -> new Document("$eq", operand(field));
            default -> number(10) == 0 ? null : operand(field);
        };
    }

    private Object comparable(String field) {
        return field.equals("a") || field.equals("tags") ? scalar() : operand(field);
    }

    private Object scalar() {
        Object value = value();
        return value instanceof Document ? number(3) : value;
    }

    private Object operand(String field) {
        return switch (field) {
            case "a", "tags" -> value();
            case "at" -> Date.from(Instant.ofEpochMilli(number(20)));
            default -> number(4);
        };
    }

    /** A total order: the last field is the identifier. */
    Document order() {
        Document order = new Document();
        for (int i = number(3); i > 0; i--) {
            order.append(FIELDS.get(number(FIELDS.size())), direction());
        }
        return order.append("_id", direction());
    }

    private int direction() {
        return random.nextBoolean() ? 1 : -1;
    }

    Document update() {
        return switch (number(6)) {
            case 0 -> new Document("$set", new Document("a", valueOrNull()));
            case 1 -> new Document("$set", new Document("b", number(4)));
            case 2 -> new Document("$set", new Document("tags", values()));
            case 3 -> new Document("$unset", new Document(number(2) == 0 ? "a" : "tags", ""));
            case 4 -> new Document("$set", new Document("parts", list(this::part)));
            default -> new Document("$set", new Document("at", Date.from(Instant.ofEpochMilli(number(20)))));
        };
    }
}
