package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.GeoLocation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.RangeRelation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/** The parts of a query that include or exclude and do not weigh. */
final class Filters {
    private Filters() {}

    static List<Query> of(SearchQuery query) {
        List<Query> filters = new ArrayList<>();
        if (!query.languages().isEmpty()) {
            filters.add(languages(query.languages()));
        }
        query.codes().forEach(code -> filters.add(code(code)));
        if (query.from() != null || query.to() != null) {
            filters.add(overlaps(query.from(), query.to()));
        }
        if (query.near() != null) {
            filters.add(within(query.near()));
        }
        if (query.box() != null) {
            filters.add(inside(query.box()));
        }
        return filters;
    }

    private static Query languages(Set<String> tags) {
        List<FieldValue> values = tags.stream().map(FieldValue::of).toList();
        return Query.of(
                query -> query.terms(terms -> terms.field(Fields.LANGUAGES).terms(list -> list.value(values))));
    }

    private static Query code(String code) {
        return Query.of(query -> query.term(term -> term.field(Fields.CODES).value(code)));
    }

    private static Query overlaps(@Nullable Instant from, @Nullable Instant to) {
        return Query.of(query -> query.range(range -> range.date(date -> {
            date.field(Fields.WHEN).relation(RangeRelation.Intersects);
            if (from != null) {
                date.gte(from.toString());
            }
            if (to != null) {
                date.lte(to.toString());
            }
            return date;
        })));
    }

    private static Query within(SearchQuery.Near near) {
        return Query.of(query -> query.geoDistance(distance ->
                distance.field(Fields.PLACES).location(at(near.centre())).distance(near.kilometres() + "km")));
    }

    private static Query inside(SearchQuery.Box box) {
        return Query.of(query -> query.geoBoundingBox(bounds -> bounds.field(Fields.PLACES)
                .boundingBox(area -> area.tlbr(corners -> corners.topLeft(at(new GeoPoint(box.west(), box.north())))
                        .bottomRight(at(new GeoPoint(box.east(), box.south())))))));
    }

    private static GeoLocation at(GeoPoint point) {
        return GeoLocation.of(location ->
                location.latlon(position -> position.lat(point.latitude()).lon(point.longitude())));
    }
}
