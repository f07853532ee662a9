package org.aletheia.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of hits.
 *
 * @param total records that match, among those that the caller may list
 * @param exact false where there are more than {@code total}
 * @param facets counts for each facet that was asked for, over all matching records
 * @param next cursor of the next page, null on the last one
 */
public record SearchResults(
        List<SearchHit> hits,
        long total,
        boolean exact,
        Map<Facet, List<FacetValue>> facets,
        @Nullable String next) {

    /** Nothing found. */
    public static SearchResults none() {
        return new SearchResults(List.of(), 0, true, Map.of(), null);
    }

    /** How many of the matching records have this value. */
    public record FacetValue(String value, long count) {}
}
