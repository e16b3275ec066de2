package org.ardina.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ardina.job.Jobs;

/** Where letters are posted, to be sent as soon as it can be done. */
@ApplicationScoped
public class Letters {

    @Inject
    private Jobs jobs;

    /**
     * Posts a letter, durably, in no more time than that takes.
     *
     * @param letter its kind, for which there is a {@link LetterWriter}
     * @param language a BCP 47 tag, of which the language counts
     * @param details what its writer needs to know
     */
    public void post(String letter, String language, Map<String, String> details) {
        jobs.add(MailJob.KIND, letter, known(language, details));
    }

    /** Posts a letter that is written and sent after a delay, if there is still a reason for it then. */
    public void postLater(String letter, String language, Map<String, String> details, Duration delay) {
        jobs.addLater(MailJob.KIND, letter, known(language, details), delay);
    }

    private static Map<String, String> known(String language, Map<String, String> details) {
        Map<String, String> known = new HashMap<>(details);
        known.put(MailJob.LANGUAGE, language);
        return known;
    }
}
