package org.ardina.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the doors, and of the console among them. */
@AnalyzeClasses(packages = "org.ardina.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ConsoleArchitectureTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    @ArchTest
    static final ArchRule DOORS_KNOW_NO_STORE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "redis.clients..", "org.apache.lucene..");

    @ArchTest
    static final ArchRule FACES_IS_BEHIND_THE_CONSOLE = noClasses()
            .that()
            .resideOutsideOfPackages("org.ardina.web.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.ardina.web.console..");

    @ArchTest
    static final ArchRule THE_CONSOLE_IS_NO_TWIN_OF_THE_API = noClasses()
            .that()
            .resideInAnyPackage("org.ardina.web.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ardina.web.api..", "jakarta.ws.rs..");

    /** A view that the guard does not know cannot be opened; an address without a mapping would not find its view. */
    @Test
    void everyViewHasAnAddressAndTheOtherWayRound() throws IOException {
        Set<String> views;
        try (Stream<Path> files = Files.list(WEBAPP.resolve("console"))) {
            views = files.map(file -> file.getFileName().toString().replace(".xhtml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> mapped = new TreeSet<>();
        Matcher mappings = Pattern.compile("<url-pattern>/console/([a-z-]+)</url-pattern>")
                .matcher(Files.readString(WEBAPP.resolve("WEB-INF/web.xml")));
        while (mappings.find()) {
            mapped.add(mappings.group(1));
        }
        Set<String> known = new TreeSet<>();
        Matcher pages = Pattern.compile(
                        "[A-Z]+\\(\"([a-z-]+)\", Role\\.(WRITER|ADMIN), \"console\\.[a-z.-]+\", (true|false)\\)")
                .matcher(Files.readString(Path.of("src/main/java/org/ardina/web/console/ConsolePage.java")));
        while (pages.find()) {
            known.add(pages.group(1));
        }
        assertThat(views).isNotEmpty().isEqualTo(mapped).isEqualTo(known);
    }

    /** Whatever a view lets somebody send carries the token by which the guard knows that this site showed it. */
    @Test
    void everyFormCarriesItsToken() throws IOException {
        try (Stream<Path> files = Files.list(WEBAPP.resolve("console"))) {
            for (Path view : files.toList()) {
                String source = Files.readString(view);
                int forms = source.split("<h:form", -1).length;
                int tokens = source.split("value=\"#\\{frame.token}\"", -1).length;
                assertThat(tokens).as("tokens in %s", view).isEqualTo(forms);
            }
        }
    }
}
