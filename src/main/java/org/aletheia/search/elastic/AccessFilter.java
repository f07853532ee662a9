package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.ClaimNarrative;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordFilter;
import org.jspecify.annotations.Nullable;

/**
 * The access policy's filters in Elasticsearch's words: the one place where they meet a query. Hits, counts and facets
 * all stand under it, so a count of one tells no more than opening that record would.
 */
final class AccessFilter {
    private AccessFilter() {}

    /** Records that one of the filters matches and whose access was not narrowed since the index was last written. */
    static Query of(AccessScope scope) {
        List<Query> allowed = byScope(scope.filters()).entrySet().stream()
                .map(kinds -> matching(kinds.getKey(), kinds.getValue(), scope.now()))
                .toList();
        Set<String> restricted = scope.restrictedKeys();
        return Query.of(query -> query.bool(bool -> {
            bool.should(allowed).minimumShouldMatch("1");
            if (!scope.narratives()) {
                bool.mustNot(term(Fields.CODES, ClaimNarrative.APART));
            }
            if (!restricted.isEmpty()) {
                bool.mustNot(not -> not.ids(ids -> ids.values(List.copyOf(restricted))));
            }
            return bool;
        }));
    }

    /** Most roles have the same filter for all kinds: one clause then instead of a dozen. */
    private static Map<Scope, List<String>> byScope(Collection<RecordFilter.Matching> filters) {
        return filters.stream()
                .collect(Collectors.groupingBy(
                        Scope::of, Collectors.mapping(filter -> filter.kind().code(), Collectors.toList())));
    }

    private static Query matching(Scope scope, List<String> kinds, Instant now) {
        return Query.of(query -> query.bool(bool -> bool.filter(terms(Fields.KIND, kinds))
                .filter(reach(scope, now))
                .filter(terms(
                        Fields.CLASSIFICATION,
                        scope.classifications().stream()
                                .map(Classification::code)
                                .toList()))));
    }

    /** One's own records within one's compartments, and those shared that are in none; what is confined only as a member. */
    private static Query reach(Scope scope, Instant now) {
        List<Query> ways = new ArrayList<>();
        UUID own = scope.ownedBy();
        if (own != null) {
            Query held = all(term(Fields.OWNER_ORG, own.toString()), compartments(scope.compartments()));
            ways.add(scope.oversees() ? held : all(held, open(scope.member())));
        }
        UUID grantee = scope.sharedWith();
        if (grantee != null) {
            ways.add(all(shared(grantee, now), compartments(Set.of()), open(scope.member())));
        }
        return any(ways);
    }

    /** Confined to nobody, or to the member among others. */
    private static Query open(UUID member) {
        Query unconfined = Query.of(
                query -> query.bool(bool -> bool.mustNot(not -> not.exists(field -> field.field(Fields.CONFINED_TO)))));
        return any(List.of(unconfined, term(Fields.CONFINED_TO, member.toString())));
    }

    private static Query all(Query... conditions) {
        return Query.of(query -> query.bool(bool -> bool.filter(List.of(conditions))));
    }

    private static Query shared(UUID grantee, Instant now) {
        Query inForce = Query.of(query -> query.bool(BoolQuery.of(bool -> bool.should(
                        Query.of(q -> q.bool(b -> b.mustNot(n -> n.exists(e -> e.field(Fields.SHARE_ENDS))))),
                        Query.of(q -> q.range(
                                r -> r.date(d -> d.field(Fields.SHARE_ENDS).gt(now.toString())))))
                .minimumShouldMatch("1"))));
        return Query.of(query -> query.nested(nested -> nested.path(Fields.SHARES)
                .query(share -> share.bool(bool ->
                        bool.filter(term(Fields.SHARE_ORG, grantee.toString())).filter(inForce)))));
    }

    /** All compartments of the record are among the caller's: as many match as the record has. */
    private static Query compartments(Set<String> admitted) {
        Query none = Query.of(
                query -> query.term(term -> term.field(Fields.COMPARTMENT_COUNT).value(FieldValue.of(0L))));
        if (admitted.isEmpty()) {
            return none;
        }
        List<FieldValue> terms = admitted.stream().map(FieldValue::of).toList();
        return any(List.of(
                none,
                Query.of(query -> query.termsSet(set -> set.field(Fields.COMPARTMENTS)
                        .terms(terms)
                        .minimumShouldMatchField(Fields.COMPARTMENT_COUNT)))));
    }

    private static Query any(List<Query> ways) {
        return ways.size() == 1
                ? ways.getFirst()
                : Query.of(query -> query.bool(bool -> bool.should(ways).minimumShouldMatch("1")));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query terms(String field, List<String> values) {
        List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(set -> set.field(field).terms(list -> list.value(terms))));
    }

    /** A filter without its kind. */
    private record Scope(
            @Nullable UUID ownedBy,
            @Nullable UUID sharedWith,
            Set<Classification> classifications,
            Set<String> compartments,
            UUID member,
            boolean oversees) {
        static Scope of(RecordFilter.Matching filter) {
            return new Scope(
                    filter.ownedBy(),
                    filter.sharedWith(),
                    filter.classifications(),
                    filter.compartments(),
                    filter.member(),
                    filter.oversees());
        }
    }
}
