package org.ardina.moderation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Why a comment is held, rejected or reported: the whole list. Those who read the paper, those who moderate it and the
 * checks each give some of them. The author is told by {@link #code}.
 */
public enum ModerationReason {
    SUSPENDED("suspended", Source.CHECK),
    MUTED("muted", Source.CHECK),
    BEFORE_PUBLICATION("before-publication", Source.CHECK),
    LENGTH("length", Source.CHECK),
    REPEATED("repeated", Source.CHECK),
    BANNED_WORDS("banned-words", Source.CHECK),
    SUSPECT_WORDS("suspect-words", Source.CHECK),
    LINKS("links", Source.CHECK),
    CAPITALS("capitals", Source.CHECK),
    FIRST_COMMENTS("first-comments", Source.CHECK),
    RECORD("record", Source.CHECK),
    SCORE("score", Source.CHECK),
    REPORTS("reports", Source.CHECK),
    INSULT("insult", Source.PEOPLE),
    HATE("hate", Source.PEOPLE),
    THREAT("threat", Source.PEOPLE),
    OBSCENITY("obscenity", Source.PEOPLE),
    SPAM("spam", Source.PEOPLE),
    OFF_TOPIC("off-topic", Source.PEOPLE),
    PERSONAL_DATA("personal-data", Source.PEOPLE),
    FALSEHOOD("falsehood", Source.PEOPLE),
    UNLAWFUL("unlawful", Source.PEOPLE),
    OTHER("other", Source.PEOPLE);

    private enum Source {
        CHECK,
        PEOPLE
    }

    private final String code;
    private final Source source;

    ModerationReason(String code, Source source) {
        this.code = code;
        this.source = source;
    }

    /** The name in texts and answers of the API; it stays what it is. */
    public String code() {
        return code;
    }

    /** The reasons that readers report comments for and moderators decide by, in the order in which they are offered. */
    public static Set<ModerationReason> ofPeople() {
        EnumSet<ModerationReason> reasons = EnumSet.allOf(ModerationReason.class);
        reasons.removeIf(reason -> reason.source != Source.PEOPLE);
        return reasons;
    }

    /** The reason of that code or name, however it is written. */
    public static Optional<ModerationReason> parse(String text) {
        String code = text.strip().replace('_', '-');
        return Arrays.stream(values())
                .filter(reason -> reason.code.equalsIgnoreCase(code))
                .findFirst();
    }
}
