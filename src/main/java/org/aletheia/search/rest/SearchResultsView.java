package org.aletheia.search.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.search.Facet;
import org.aletheia.search.SearchHit;
import org.aletheia.search.SearchResults;
import org.jspecify.annotations.Nullable;

/** A page of hits on the wire. */
record SearchResultsView(
        List<Hit> hits,
        Total total,
        Map<String, List<SearchResults.FacetValue>> facets,
        @Nullable String next) {

    /** @param exact false: there are more than {@code value} */
    record Total(long value, boolean exact) {}

    record Hit(String kind, UUID id, double score, @Nullable String title, List<SearchHit.Highlight> highlights) {}

    static SearchResultsView of(SearchResults results) {
        Map<String, List<SearchResults.FacetValue>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            if (results.facets().containsKey(facet)) {
                facets.put(facet.code(), results.facets().get(facet));
            }
        }
        return new SearchResultsView(
                results.hits().stream().map(SearchResultsView::hit).toList(),
                new Total(results.total(), results.exact()),
                facets,
                results.next());
    }

    private static Hit hit(SearchHit hit) {
        return new Hit(hit.kind().code(), hit.id(), hit.score(), hit.title(), hit.highlights());
    }
}
