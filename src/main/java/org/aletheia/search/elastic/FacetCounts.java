package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aletheia.search.Facet;
import org.aletheia.search.SearchResults.FacetValue;

/** Facets as aggregations, and back. */
final class FacetCounts {
    /** Enough for every list of codes; years and cells beyond it are those with the fewest records. */
    private static final int MAX_VALUES = 200;

    private static final int CELL_CHARACTERS = 3;

    private FacetCounts() {}

    static Map<String, Aggregation> asked(Collection<Facet> facets) {
        return facets.stream().collect(Collectors.toMap(Facet::code, FacetCounts::aggregation));
    }

    static Map<Facet, List<FacetValue>> answered(Map<String, Aggregate> counts) {
        Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
        counts.forEach((code, aggregate) -> facets.put(Facet.parse(code), values(aggregate)));
        return facets;
    }

    private static Aggregation aggregation(Facet facet) {
        return switch (facet) {
            case KIND -> terms(Fields.KIND);
            case LANGUAGE -> terms(Fields.LANGUAGES);
            case YEAR -> terms(Fields.YEARS);
            case MARKING -> terms(Fields.MARKINGS);
            case PLACE ->
                Aggregation.of(a -> a.geohashGrid(grid -> grid.field(Fields.PLACES)
                        .precision(p -> p.geohashLength(CELL_CHARACTERS))
                        .size(MAX_VALUES)));
        };
    }

    private static Aggregation terms(String field) {
        return Aggregation.of(a -> a.terms(terms -> terms.field(field).size(MAX_VALUES)));
    }

    private static List<FacetValue> values(Aggregate aggregate) {
        return switch (aggregate._kind()) {
            case Sterms ->
                aggregate.sterms().buckets().array().stream()
                        .map(bucket -> new FacetValue(bucket.key().stringValue(), bucket.docCount()))
                        .toList();
            case Lterms ->
                aggregate.lterms().buckets().array().stream()
                        .map(bucket -> new FacetValue(Long.toString(bucket.key()), bucket.docCount()))
                        .toList();
            case GeohashGrid ->
                aggregate.geohashGrid().buckets().array().stream()
                        .map(bucket -> new FacetValue(bucket.key(), bucket.docCount()))
                        .toList();
            // "unmapped terms": no document has a value of the field
            default -> List.of();
        };
    }
}
