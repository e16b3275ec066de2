package org.ardina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.ardina.account.Accounts;
import org.ardina.account.Sessions;
import org.junit.jupiter.api.Test;

/** Who may do what is declared for every service method, every page and every route of the API. */
class AccessRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ardina");

    private static final List<Class<? extends Annotation>> RULES =
            List.of(PermitAll.class, RolesAllowed.class, DenyAll.class);

    /** Doors whose pages and files are for everybody. */
    private static final Set<String> PUBLIC_SERVLETS = Set.of("org.ardina.web.site.SiteServlet");

    /** Routes that show everybody what is published, from what is kept in memory. */
    private static final Set<String> PUBLIC_ROUTES = Set.of("TopicsResource.list");

    @Test
    void everyServiceMethodHasARule() {
        TreeMap<String, Boolean> methods = new TreeMap<>();
        for (JavaClass service : CLASSES) {
            if (isService(service)) {
                for (JavaMethod method : service.getMethods()) {
                    if (method.getModifiers().contains(JavaModifier.PUBLIC)
                            && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        methods.put(method.getFullName(), hasRule(method) || hasRule(service));
                    }
                }
            }
        }
        assertThat(methods).hasSizeGreaterThan(25).doesNotContainValue(false);
        assertThat(methods.keySet())
                .anyMatch(name -> name.startsWith(Accounts.class.getName()))
                .anyMatch(name -> name.startsWith(Sessions.class.getName()));
    }

    @Test
    void everyPageHasARule() {
        TreeMap<String, Boolean> pages = new TreeMap<>();
        for (JavaClass servlet : CLASSES) {
            if (servlet.isAnnotatedWith(WebServlet.class)) {
                pages.put(servlet.getName(), hasRule(servlet) || PUBLIC_SERVLETS.contains(servlet.getName()));
            }
        }
        assertThat(pages).hasSizeGreaterThan(4).doesNotContainValue(false);
    }

    /** A route has the rules of the services that it calls. */
    @Test
    void everyRouteOfTheApiCallsAServiceThatHasARule() {
        TreeMap<String, Boolean> routes = new TreeMap<>();
        for (JavaClass resource : CLASSES) {
            for (JavaMethod method : resource.getMethods()) {
                if (isRoute(method)) {
                    String name = resource.getSimpleName() + "." + method.getName();
                    routes.put(name, callsService(method, 3) || PUBLIC_ROUTES.contains(name));
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(15).doesNotContainValue(false);
    }

    private static boolean isService(JavaClass type) {
        return type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class);
    }

    private static boolean isRoute(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static boolean callsService(JavaMethod method, int depth) {
        return method.getAccessesFromSelf().stream()
                .anyMatch(call -> isService(call.getTargetOwner())
                        || (depth > 0
                                && call.getTargetOwner().equals(method.getOwner())
                                && method.getOwner().getMethods().stream()
                                        .filter(own -> own.getName().equals(call.getName()))
                                        .anyMatch(own -> callsService(own, depth - 1))));
    }

    private static boolean hasRule(CanBeAnnotated element) {
        return RULES.stream().anyMatch(element::isAnnotatedWith);
    }
}
