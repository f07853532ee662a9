package org.aletheia.search.elastic;

import java.util.List;
import java.util.Map;
import org.aletheia.search.Facet;
import org.aletheia.search.SearchHit;
import org.aletheia.search.SearchResults.FacetValue;
import org.jspecify.annotations.Nullable;

/**
 * What one request found.
 *
 * @param total matching documents, or fewer than there are when not exact
 * @param point to read the next page from
 * @param last where this page ends; null when it is empty
 */
public record Found(
        List<SearchHit> hits,
        long total,
        boolean exact,
        Map<Facet, List<FacetValue>> facets,
        PointInTime point,
        Finder.@Nullable Position last) {}
