package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ardina.web.site.RequestLanguage;
import org.ardina.web.site.Texts;
import org.jspecify.annotations.Nullable;

/** The words of the console in the language of the request, for its pages. */
@Named("t")
@RequestScoped
public class ConsoleTexts {

    @Inject
    private HttpServletRequest request;

    public String text(String key) {
        return texts().text(key);
    }

    public String text(String key, Object argument) {
        return texts().text(key, argument);
    }

    /** A text that depends on a number: the key ends in {@code .one} or {@code .other}. */
    public String count(String key, long number) {
        return texts().count(key, number);
    }

    /** A text, or something else where there is none. */
    String textOr(String key, String otherwise) {
        return texts().has(key) ? text(key) : otherwise;
    }

    /** As in 20 Nov 2026, 14:05, in UTC; empty where there is no time. */
    public String moment(@Nullable Instant time) {
        return time == null ? "" : texts().shortMoment(time);
    }

    /** As in 20 November 2026. */
    String day(LocalDate day) {
        return texts().day(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** How long ago a time is, in the largest unit that fits. */
    public String age(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        Duration age = Duration.between(time, Instant.now());
        if (age.toMinutes() < 1) {
            return text("console.age.now");
        }
        if (age.toHours() < 1) {
            return count("console.age.minutes", age.toMinutes());
        }
        return age.toDays() < 1 ? count("console.age.hours", age.toHours()) : count("console.age.days", age.toDays());
    }

    /** The text of a problem with that code, or what the service says where there is none. */
    String problem(String code, String otherwise) {
        String own = "console.problem." + code;
        String everywhere = "problem." + code;
        return texts().has(own) ? text(own) : texts().has(everywhere) ? text(everywhere) : otherwise;
    }

    /** What is said when something was done; absent where nothing is to be said. */
    @Nullable String done(@Nullable String what) {
        String key = "console.done." + what;
        return what != null && texts().has(key) ? text(key) : null;
    }

    private Texts texts() {
        return Texts.of(RequestLanguage.of(request));
    }
}
