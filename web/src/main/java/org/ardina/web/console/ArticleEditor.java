package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.Embed;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.Manuscript;
import org.ardina.newsroom.Autosave;
import org.ardina.newsroom.Autosaves;
import org.ardina.newsroom.Finding;
import org.ardina.newsroom.OpenArticles;
import org.ardina.newsroom.Writing;
import org.ardina.picture.Pictures;
import org.ardina.problem.BusinessException;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.ardina.web.site.InterfaceLanguage;
import org.ardina.web.site.RequestLanguage;
import org.jspecify.annotations.Nullable;

/**
 * An article that is being written. All that is typed is in the form, and every few seconds in MongoDB; a replica remembers
 * nothing of it, so that any of them goes on.
 */
@Named("editor")
@RequestScoped
public class ArticleEditor {

    /** What the rich text editor can write; a piece is what it holds as it is, such as a picture or a table. */
    private static final List<String> FORMATS =
            List.of("bold", "italic", "link", "header", "blockquote", "list", "piece");

    @Inject
    private Writing writing;

    @Inject
    private Autosaves autosaves;

    @Inject
    private OpenArticles openArticles;

    @Inject
    private Topics topics;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    @Inject
    private ConsoleFrame frame;

    @Inject
    private ConsoleTexts texts;

    @Inject
    private HttpServletRequest request;

    private ArticleForm form = new ArticleForm();
    private @Nullable Manuscript manuscript;
    private @Nullable Autosave restored;
    private @Nullable Autosave kept;
    private @Nullable String key;
    private List<String> others = List.of();
    private boolean refused;

    static boolean isOfArticle(String key) {
        return ArticleId.isValid(key);
    }

    /** Shows the article that the address names, or what was typed since it was saved. */
    public void open() {
        if (parameters.given("id") != null) {
            response.orList(
                    () -> {
                        manuscript = writing.find(parameters.article());
                        others = openArticles.keep(manuscript.id());
                    },
                    ConsolePage.MINE);
        }
        if (manuscript != null) {
            form = ArticleForm.of(manuscript);
        } else {
            form.setLanguage(RequestLanguage.of(request).tag());
        }
        Optional<Autosave> found = autosaves.find(getKey());
        if (found.isPresent()) {
            restored = found.get();
            form.restore(restored.fields());
        }
    }

    /** Keeps what is typed, finished or not. */
    public void keep() {
        try {
            kept = autosaves.save(getKey(), form.fields(), parameters.version());
            if (isSaved()) {
                others = openArticles.keep(parameters.article());
            }
        } catch (BusinessException problem) {
            refused = true;
            frame.tell(texts.problem(problem.code(), problem.getMessage()));
        }
    }

    /** Says that the article is still open. */
    public void keepOpen() {
        kept = autosaves.find(getKey()).orElse(null);
        others = openArticles.keep(parameters.article());
    }

    public void save() {
        response.afterAt(() -> path(saved(), "saved"));
    }

    /** Saves, and hands in for review. */
    public void submit() {
        response.afterAt(() -> {
            Manuscript saved = saved();
            if (saved.stage() == ArticleState.DRAFT) {
                try {
                    saved = writing.submit(saved.id(), saved.version());
                } catch (BusinessException notYet) {
                    frame.tell(texts.problem(notYet.code(), notYet.getMessage()));
                    return path(saved, "not-submitted");
                }
            }
            return path(saved, "submitted");
        });
    }

    public void withdraw() {
        response.afterAt(() -> path(writing.withdraw(parameters.article(), parameters.version()), "withdrawn"));
    }

    /** Forgets what was typed since the article was saved. */
    public void discard() {
        String forgotten = getKey();
        response.after(
                () -> autosaves.discard(forgotten),
                isSaved()
                        ? ConsolePage.WRITE.path() + "?id="
                                + parameters.article().value()
                        : ConsolePage.MINE.path());
    }

    private Manuscript saved() {
        Manuscript saved = isSaved()
                ? writing.edit(parameters.article(), parameters.version(), form.text())
                : writing.create(form.text());
        autosaves.discard(getKey());
        return saved;
    }

    private static String path(Manuscript saved, String done) {
        return ConsolePage.WRITE.path() + "?id=" + saved.id().value() + "&done=" + done;
    }

    /** Whether the newsroom has the article already; else it is only in the form. */
    public boolean isSaved() {
        return parameters.given("id") != null;
    }

    /** What is kept of the typing goes by the id of the article, or until there is one by a word made up here. */
    public String getKey() {
        if (key == null) {
            String id = parameters.given("id");
            String given = parameters.given("key");
            key = id != null
                    ? id
                    : given != null
                            ? given
                            : "new-"
                                    + HexFormat.of()
                                            .toHexDigits(
                                                    ThreadLocalRandom.current().nextLong());
        }
        return key;
    }

    public @Nullable Manuscript getManuscript() {
        if (manuscript == null && isSaved()) {
            manuscript = writing.find(parameters.article());
        }
        return manuscript;
    }

    /** The version that the form began with. */
    public @Nullable Long getVersion() {
        Long sent = parameters.version();
        if (sent != null) {
            return sent;
        }
        if (restored != null && restored.basedOn() != null) {
            return restored.basedOn();
        }
        return manuscript == null ? null : (Long) manuscript.version();
    }

    /** Whether somebody has saved the article since what was restored was typed. */
    public boolean isOutdated() {
        return manuscript != null
                && restored != null
                && restored.basedOn() != null
                && restored.basedOn() != manuscript.version();
    }

    public boolean isWaiting() {
        Manuscript shown = getManuscript();
        return shown != null && shown.stage() == ArticleState.PENDING;
    }

    public boolean isPublished() {
        Manuscript shown = getManuscript();
        return shown != null && shown.article().state() == ArticleState.APPROVED;
    }

    public boolean isSubmittable() {
        Manuscript shown = getManuscript();
        return shown == null
                || shown.article().state() == ArticleState.APPROVED
                || shown.stage()
                        .after(LifeCycleStep.SUBMIT, shown.wasApproved())
                        .isPresent();
    }

    public boolean isArchived() {
        Manuscript shown = getManuscript();
        return shown != null && shown.article().state() == ArticleState.ARCHIVED;
    }

    public List<Finding> getFindings() {
        return isSaved() ? writing.check(parameters.article()) : List.of();
    }

    public List<Topic> getTopics() {
        return topics.list();
    }

    public List<String> getFormats() {
        return FORMATS;
    }

    /** Languages that a list offers; others can be typed. */
    public List<String> getLanguages() {
        return Arrays.stream(InterfaceLanguage.values())
                .map(InterfaceLanguage::tag)
                .toList();
    }

    public ArticleForm getForm() {
        return form;
    }

    public @Nullable Autosave getRestored() {
        return restored;
    }

    public @Nullable Autosave getKept() {
        return kept;
    }

    public boolean isRefused() {
        return refused;
    }

    /** The names of others who have the article open. */
    public String getOthers() {
        return String.join(", ", others);
    }

    /** The largest file of a picture, in bytes. */
    public long getMostBytes() {
        return Pictures.MOST_BYTES;
    }

    /** Regular expressions of what may be embedded, as alternatives. */
    public String getEmbedForms() {
        return Arrays.stream(Embed.Provider.values()).map(Embed.Provider::form).collect(Collectors.joining("|"));
    }

    /** Where that plays. */
    public String getEmbedSites() {
        return Arrays.stream(Embed.Provider.values()).map(Embed.Provider::title).collect(Collectors.joining(", "));
    }
}
