package org.aletheia.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.platform.http.Cursors;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.search.elastic.AccessScope;
import org.aletheia.search.elastic.Finder;
import org.aletheia.search.elastic.Found;
import org.aletheia.search.elastic.IndexFamily;
import org.aletheia.search.elastic.PointInTime;
import org.aletheia.search.elastic.PointInTimeGoneException;
import org.aletheia.search.elastic.PointsInTime;
import org.aletheia.search.elastic.SearchUnavailableException;
import org.aletheia.search.store.PendingRestrictions;
import org.jspecify.annotations.Nullable;

/** Finds records for the caller of the request. */
@ApplicationScoped
public class Searches {
    private final AccessGuard guard;
    private final Cursors cursors;
    private final PendingRestrictions restrictions;
    private final PointsInTime points;
    private final Finder finder;
    private final SearchConfig config;
    private final Clock clock;

    Searches(
            AccessGuard guard,
            Cursors cursors,
            PendingRestrictions restrictions,
            PointsInTime points,
            Finder finder,
            SearchConfig config,
            Clock clock) {
        this.guard = guard;
        this.cursors = cursors;
        this.restrictions = restrictions;
        this.points = points;
        this.finder = finder;
        this.config = config;
        this.clock = clock;
    }

    /**
     * One page. What it shows is in the journal, one event with each hit committed alone, before this returns.
     *
     * @param cursor null for the first page
     * @throws ProblemException {@code cursor-invalid}, {@code cursor-expired}, {@code search-unavailable}
     */
    public SearchResults search(SearchQuery query, @Nullable String cursor) {
        UUID member = guard.principal().member();
        String key = QueryKey.of(query);
        PagePosition page = cursor == null ? null : position(cursors.open(member, key, cursor));
        List<RecordFilter.Matching> filters = filters(query.kinds());
        SearchResults results = filters.isEmpty()
                ? SearchResults.none()
                : find(query, filters, page, next -> cursors.seal(member, key, next.text()));
        record(results);
        return results;
    }

    private PagePosition position(String opened) {
        PagePosition page = PagePosition.parse(opened);
        if (!page.point().isReadable(clock.instant(), config.cursorLifetime())) {
            throw new ProblemException(ProblemType.CURSOR_EXPIRED);
        }
        return page;
    }

    private SearchResults find(
            SearchQuery query, List<RecordFilter.Matching> filters, @Nullable PagePosition page, Sealing sealing) {
        try {
            Found found = page == null ? first(query, filters) : at(query, filters, page.point(), page.last());
            long seen = found.hits().size() + (page == null ? 0 : page.seen());
            return new SearchResults(
                    found.hits(), found.total(), found.exact(), found.facets(), next(found, seen, sealing));
        } catch (SearchUnavailableException e) {
            throw unavailable(e);
        } catch (PointInTimeGoneException e) {
            throw gone(page);
        }
    }

    /** Where a new point can be opened, it was only this one that is gone. */
    private ProblemException gone(@Nullable PagePosition page) {
        try {
            points.current();
        } catch (SearchUnavailableException e) {
            return unavailable(e);
        }
        return new ProblemException(page == null ? ProblemType.SEARCH_UNAVAILABLE : ProblemType.CURSOR_EXPIRED);
    }

    private static ProblemException unavailable(SearchUnavailableException e) {
        return new ProblemException(ProblemType.SEARCH_UNAVAILABLE, Map.of(), e);
    }

    /** A shared point may have gone with its index since it was opened; the next one is of the new index. */
    private Found first(SearchQuery query, List<RecordFilter.Matching> filters) {
        PointInTime point = points.current();
        try {
            return at(query, filters, point, null);
        } catch (PointInTimeGoneException e) {
            points.forget(point);
            return at(query, filters, points.current(), null);
        }
    }

    /** Restrictions are looked up before Elasticsearch is asked: one that comes later is a later search's. */
    private Found at(
            SearchQuery query,
            List<RecordFilter.Matching> filters,
            PointInTime point,
            Finder.@Nullable Position after) {
        UUID organisation = guard.principal().organisation();
        AccessScope scope = new AccessScope(
                filters,
                restrictions.since(organisation, point.openedAt()),
                clock.instant(),
                guard.readsContentOfListed(RecordKind.ITEM),
                guard.readsClaimNarratives() ? null : organisation);
        return finder.find(query, scope, point, after);
    }

    private @Nullable String next(Found found, long seen, Sealing sealing) {
        if (found.last() == null || (found.exact() && seen >= found.total())) {
            return null;
        }
        points.keep(found.point());
        return sealing.seal(new PagePosition(found.point(), found.last(), seen));
    }

    private List<RecordFilter.Matching> filters(Set<RecordKind> kinds) {
        List<RecordFilter.Matching> filters = new ArrayList<>();
        for (RecordKind kind : IndexFamily.searchable()) {
            if ((kinds.isEmpty() || kinds.contains(kind))
                    && guard.filter(kind) instanceof RecordFilter.Matching matching) {
                filters.add(matching);
            }
        }
        return filters;
    }

    /** A search that found nothing is about the searcher: that, too, is looked at by auditors. */
    private void record(SearchResults results) {
        List<Subject> subjects = results.hits().stream()
                .map(hit -> new Subject(hit.kind().code(), hit.id()))
                .toList();
        if (subjects.isEmpty()) {
            subjects = List.of(
                    new Subject(RecordKind.MEMBER.code(), guard.principal().member()));
        }
        guard.tellUse(guard.listEvent(EventTypes.SEARCHED, subjects)
                .detail("found", results.total())
                .build());
    }

    @FunctionalInterface
    private interface Sealing {
        String seal(PagePosition position);
    }
}
