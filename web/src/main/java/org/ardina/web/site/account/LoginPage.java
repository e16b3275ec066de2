package org.ardina.web.site.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The page for logging in.
 *
 * @param next where it leads, absent for the account's own page
 * @param provider the site with whose account one can log in too, absent for none
 */
public record LoginPage(
        Form form, @Nullable String next, @Nullable String provider) {

    /** Where that begins. */
    public String providerWay() {
        return OpenIdServlet.PATH + (next == null ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
}
