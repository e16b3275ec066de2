package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page and the style sheet before the checker of the W3C. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidHtmlIT {

    private final NewsSite site;
    private final NuChecker checker = new NuChecker();

    ValidHtmlIT(NewsSite site) {
        this.site = site;
        SitePages.prepare(site);
    }

    static List<String> pages() {
        return SitePages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isValid(String page) {
        for (String language : List.of("en", "pt")) {
            HttpResponse<String> response = site.get(page, "Accept-Language", language);
            assertThat(response.statusCode()).isEqualTo(page.equals(SitePages.MISSING) ? 404 : 200);
            assertThat(checker.checkHtml(response.body())).as(language).isEmpty();
        }
    }

    @Test
    void isValidForOnePerson() {
        Visitor visitor = new Visitor(site);
        visitor.logIn("admin", ServerProcess.ADMIN_PASSWORD);
        assertThat(checker.checkHtml(visitor.get("/account").body())).isEmpty();
        Visitor reader = new Visitor(site);
        String name = Api.newName();
        HttpResponse<String> rejected = reader.submit(
                reader.page("/register"), "form[action=/register]", Map.of("username", "x", "display-name", name));
        assertThat(rejected.statusCode()).isEqualTo(422);
        assertThat(checker.checkHtml(rejected.body())).isEmpty();
        reader.submit(
                reader.page("/register"),
                "form[action=/register]",
                Map.of(
                        "username",
                        name,
                        "display-name",
                        name,
                        "email",
                        name + "@example.org",
                        "password",
                        Api.PASSWORD));
        assertThat(checker.checkHtml(reader.get("/account?done=registered").body()))
                .isEmpty();
    }

    @Test
    void isStyledValidly() {
        Set<String> sheets = new TreeSet<>();
        for (String page : pages()) {
            sheets.addAll(Jsoup.parse(site.get(page).body())
                    .select("link[rel=stylesheet]")
                    .eachAttr("href"));
        }
        assertThat(sheets).isNotEmpty();
        for (String sheet : sheets) {
            HttpResponse<String> response = site.get(sheet);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(checker.checkCss(response.body())).as(sheet).isEmpty();
        }
    }

    @Test
    void findsWhatIsWrong() {
        String sound = site.get("/").body();
        assertThat(checker.checkHtml(sound.replace("</main>", "")))
                .anyMatch(finding -> finding.contains("main") && finding.startsWith("error"));
        assertThat(checker.checkHtml(sound.replace("<main ", "<main id=\"top\" colour=\"red\" ")))
                .anyMatch(finding -> finding.contains("colour"));
        assertThat(checker.checkCss("p { colr: red }")).anyMatch(finding -> finding.contains("colr"));
    }
}
