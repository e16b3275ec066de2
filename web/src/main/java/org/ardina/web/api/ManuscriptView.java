package org.ardina.web.api;

import java.time.Instant;
import java.util.List;
import org.ardina.article.Article;
import org.ardina.article.Content;
import org.ardina.article.Correction;
import org.ardina.article.Edit;
import org.ardina.article.Manuscript;
import org.ardina.article.ManuscriptSummary;
import org.ardina.article.PendingRevision;
import org.ardina.article.Picture;
import org.ardina.article.ReviewDecision;
import org.ardina.article.ReviewNote;
import org.jspecify.annotations.Nullable;

/**
 * An article as its writers and administrators see it; in lists without body and what belongs to it.
 *
 * @param revision another text that waits for approval or was returned, while readers have the approved one
 */
public record ManuscriptView(
        String id,
        String slug,
        String headline,
        String standfirst,
        @Nullable String body,
        @Nullable String topic,
        @Nullable List<String> tags,
        List<ArticleView.Byline> authors,
        String language,
        @Nullable PictureView picture,
        String state,
        @Nullable Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        @Nullable Instant waitingSince,
        long version,
        @Nullable Revision revision,
        @Nullable List<CorrectionView> corrections,
        @Nullable List<ReviewNote> notes,
        @Nullable Decision decision) {

    /** A picture over an article. */
    public record PictureView(
            @Nullable String source,
            @Nullable String alternative,
            @Nullable String caption,
            @Nullable String credit) {

        static @Nullable PictureView of(@Nullable Picture picture) {
            return picture == null
                    ? null
                    : new PictureView(
                            picture.source().toString(), picture.alternative(), picture.caption(), picture.credit());
        }
    }

    /**
     * Another text for an approved article; in lists its state only.
     *
     * @param slug where the article moves when it is approved
     */
    public record Revision(
            String state,
            @Nullable String headline,
            @Nullable String standfirst,
            @Nullable String body,
            @Nullable String topic,
            @Nullable List<String> tags,
            @Nullable List<ArticleView.Byline> authors,
            @Nullable String language,
            @Nullable PictureView picture,
            @Nullable String slug,
            @Nullable String correction,
            @Nullable TextView written) {

        static @Nullable Revision of(@Nullable PendingRevision revision) {
            if (revision == null) {
                return null;
            }
            Content content = revision.content();
            return new Revision(
                    revision.state().name(),
                    content.headline(),
                    content.standfirst(),
                    content.body().html(),
                    content.topic() == null ? null : content.topic().value(),
                    content.tags(),
                    content.authors().stream().map(ArticleView.Byline::of).toList(),
                    content.language(),
                    PictureView.of(content.picture()),
                    revision.slug() == null ? null : revision.slug().value(),
                    revision.correction(),
                    TextView.of(revision.edit()));
        }
    }

    public record CorrectionView(String text, Instant publishedAt) {

        static CorrectionView of(Correction correction) {
            return new CorrectionView(correction.text(), correction.publishedAt());
        }
    }

    /** What was decided last. */
    public record Decision(String decision, String note, String by, Instant at) {

        static @Nullable Decision of(@Nullable ReviewDecision decision) {
            return decision == null
                    ? null
                    : new Decision(decision.step().name(), decision.note(), decision.name(), decision.at());
        }
    }

    /** Which of an article's texts one is, and how it came to be. */
    public record TextView(int number, String by, Instant at) {

        static TextView of(Edit edit) {
            return new TextView(edit.number(), edit.name(), edit.at());
        }
    }

    static ManuscriptView of(Manuscript manuscript) {
        Article article = manuscript.article();
        Content content = article.content();
        return new ManuscriptView(
                article.id().value(),
                article.slug().value(),
                content.headline(),
                content.standfirst(),
                content.body().html(),
                content.topic() == null ? null : content.topic().value(),
                content.tags(),
                content.authors().stream().map(ArticleView.Byline::of).toList(),
                content.language(),
                PictureView.of(content.picture()),
                article.state().name(),
                article.createdAt(),
                article.publishedAt(),
                article.updatedAt(),
                manuscript.waitingSince(),
                article.version(),
                Revision.of(manuscript.revision()),
                article.corrections().stream().map(CorrectionView::of).toList(),
                manuscript.notes(),
                Decision.of(manuscript.decision()));
    }

    static ManuscriptView of(ManuscriptSummary summary) {
        return new ManuscriptView(
                summary.id().value(),
                summary.slug().value(),
                summary.headline(),
                summary.standfirst(),
                null,
                summary.topic() == null ? null : summary.topic().value(),
                null,
                summary.authors().stream().map(ArticleView.Byline::of).toList(),
                summary.language(),
                null,
                summary.state().name(),
                null,
                summary.publishedAt(),
                summary.updatedAt(),
                summary.waitingSince(),
                summary.version(),
                summary.revision() == null
                        ? null
                        : new Revision(
                                summary.revision().name(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                null,
                null,
                Decision.of(summary.decision()));
    }
}
