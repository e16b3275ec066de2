package org.ardina.web.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells browsers from programs by how they call themselves. */
final class Crawlers {

    /** Browsers all call themselves Mozilla, or Opera in the past. */
    private static final Pattern BROWSER = Pattern.compile("^(mozilla|opera)/");

    /** What programs that pass for browsers have in their names; Cubot makes telephones. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?<!cu)bot|crawl|spider|slurp|scrap|archiv|fetch|http|headless|phantom"
                    + "|lighthouse|pagespeed|preview|facebookexternalhit|whatsapp|embedly|monitor|uptime|pingdom|feed|rss"
                    + "|validator|python|curl|wget|mediapartners|google-read|inspectiontool");

    /** Few names are sent by many. */
    private static final Cache<String, Boolean> KNOWN =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(1000).build();

    private static final int LONGEST = 1000;

    private Crawlers() {}

    /** @param agent the header User-Agent */
    static boolean isOne(@Nullable String agent) {
        if (agent == null || agent.length() > LONGEST) {
            return true;
        }
        Boolean known = KNOWN.getIfPresent(agent);
        if (known == null) {
            String name = agent.toLowerCase(Locale.ROOT);
            known = !BROWSER.matcher(name).find() || PROGRAM.matcher(name).find();
            KNOWN.put(agent, known);
        }
        return known;
    }
}
