package org.ardina.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        Map<String, String> known = new HashMap<>(details);
        known.put(MailJob.LANGUAGE, language);
        jobs.add(MailJob.KIND, letter, known);
    }
}
