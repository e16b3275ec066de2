package org.ardina.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;
import org.ardina.account.Accounts;
import org.ardina.account.Role;
import org.ardina.account.Sessions;
import org.ardina.article.Articles;
import org.ardina.newsroom.Review;
import org.ardina.popularity.Period;
import org.ardina.popularity.PopularArticle;
import org.ardina.popularity.Popularity;

/** Brings together what administrators see when they come in. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Overview {

    /** The days of a series. */
    public static final int DAYS = 14;

    private static final int LONGEST_WAITING = 5;
    private static final int MOST_READ = 5;

    @Inject
    private Review review;

    @Inject
    private Articles articles;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Popularity popularity;

    @Inject
    private RecentFigures recent;

    /** How the paper stands, or stood a few seconds ago: however many look, the stores are asked once. */
    public PaperFigures figures() {
        return recent.get(this::count);
    }

    private PaperFigures count() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new PaperFigures(
                review.counts(),
                review.waiting(),
                review.queue(null, LONGEST_WAITING).items(),
                series(today, articles::countPublished),
                series(today, accounts::countRegistered),
                accounts.counts(),
                accounts.writerRequests(),
                sessions.count(),
                mostRead(Period.HOUR),
                mostRead(Period.DAY),
                now);
    }

    private List<PopularArticle> mostRead(Period period) {
        return popularity.list(period, null, null, MOST_READ).items();
    }

    private static List<DayCount> series(LocalDate today, ToLongBiFunction<Instant, Instant> count) {
        return IntStream.range(0, DAYS)
                .mapToObj(i -> today.minusDays(DAYS - 1L - i))
                .map(day -> new DayCount(day, count.applyAsLong(start(day), start(day.plusDays(1)))))
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
