package org.ardina.web.console;

import java.util.Arrays;
import java.util.Optional;
import org.ardina.account.Role;

/** A page of the console, in the order of the menu: its address, who may see it, what it is called. */
enum ConsolePage {
    DASHBOARD("dashboard", Role.ADMIN, "console.dashboard.title", true),
    MINE("mine", Role.WRITER, "console.mine.title", true),
    WRITE("write", Role.WRITER, "console.write.title", true),
    REVIEW("review", Role.ADMIN, "console.review.title", true),
    DECIDE("decide", Role.ADMIN, "console.decide.title", false),
    COMMENTS("comments", Role.ADMIN, "console.comments.title", true),
    COMMENT("comment", Role.ADMIN, "console.comment.title", false),
    RULES("rules", Role.ADMIN, "console.rules.title", true),
    ARTICLES("articles", Role.ADMIN, "console.articles.title", true),
    FRONT("front", Role.ADMIN, "console.front.title", true),
    TOPICS("topics", Role.ADMIN, "console.topics.title", true),
    ACCOUNTS("accounts", Role.ADMIN, "console.accounts.title", true),
    ACCOUNT("account", Role.ADMIN, "console.account.title", false),
    IMPORTS("imports", Role.ADMIN, "console.imports.title", true),
    SETTINGS("settings", Role.ADMIN, "console.settings.title", true),
    AUDIT("audit", Role.ADMIN, "console.audit.title", true);

    /** What every address of the console begins with. */
    static final String ROOT = "/console/";

    private final String name;
    private final String role;
    private final String title;
    private final boolean inMenu;

    ConsolePage(String name, String role, String title, boolean inMenu) {
        this.name = name;
        this.role = role;
        this.title = title;
        this.inMenu = inMenu;
    }

    static Optional<ConsolePage> at(String path) {
        return Arrays.stream(values()).filter(page -> page.path().equals(path)).findFirst();
    }

    String path() {
        return ROOT + name;
    }

    /** Who may see it: those in this role. */
    String role() {
        return role;
    }

    /** The key of its title. */
    String title() {
        return title;
    }

    boolean isInMenu() {
        return inMenu;
    }
}
