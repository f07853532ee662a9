package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
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
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Purpose;
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
            bool.filter(any(allowed));
            if (scope.inquiring() != null) {
                bool.mustNot(closedNarrative(scope.inquiring()));
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
            Query held = all(
                    term(Fields.OWNER_ORG, own.toString()),
                    compartments(scope.compartments()),
                    closures(scope.seenThrough(), scope.closedBy(), now));
            ways.add(scope.oversees() ? held : all(held, open(scope.member())));
        }
        UUID grantee = scope.sharedWith();
        if (grantee != null) {
            ways.add(all(
                    shared(grantee, scope.declared(), now),
                    compartments(Set.of()),
                    closures(Set.of(), Set.of(), now),
                    open(scope.member())));
        }
        return any(ways);
    }

    /** Confined to nobody, or to the member among others. */
    private static Query open(UUID member) {
        return any(List.of(without(Fields.CONFINED_TO), term(Fields.CONFINED_TO, member.toString())));
    }

    private static Query closedNarrative(UUID organisation) {
        String open = ClaimNarrative.LIST + ":" + ClaimNarrative.openTo(organisation);
        return Query.of(query -> query.bool(
                bool -> bool.filter(term(Fields.CODES, ClaimNarrative.APART)).mustNot(term(Fields.CODES, open))));
    }

    private static Query all(Query... conditions) {
        return Query.of(query -> query.bool(bool -> bool.filter(List.of(conditions))));
    }

    private static Query shared(UUID grantee, @Nullable Purpose declared, Instant now) {
        return nested(
                Fields.SHARES,
                all(
                        term(Fields.SHARE_ORG, grantee.toString()),
                        inForce(Fields.SHARE_ENDS, now),
                        forDeclared(declared)));
    }

    /** For any purpose, or for the one that is declared. */
    private static Query forDeclared(@Nullable Purpose declared) {
        Query any = without(Fields.SHARE_PURPOSES);
        return declared == null ? any : any(List.of(any, term(Fields.SHARE_PURPOSES, declared.code())));
    }

    private static Query without(String field) {
        return Query.of(query -> query.bool(bool -> bool.mustNot(not -> not.exists(exists -> exists.field(field)))));
    }

    /** Closed on no other ground than these; and on one of {@code closedBy}, where there are any. */
    private static Query closures(Set<ClosureGround> through, Set<ClosureGround> closedBy, Instant now) {
        Query standing = inForce(Fields.CLOSURE_ENDS, now);
        Query seen = terms(Fields.CLOSURE_GROUND, codes(through));
        Query other = Query.of(query -> query.bool(bool -> bool.filter(standing).mustNot(seen)));
        Query open = Query.of(query -> query.bool(bool -> bool.mustNot(nested(Fields.CLOSURES, other))));
        return closedBy.isEmpty()
                ? open
                : all(open, nested(Fields.CLOSURES, all(standing, terms(Fields.CLOSURE_GROUND, codes(closedBy)))));
    }

    private static List<String> codes(Set<ClosureGround> grounds) {
        return grounds.stream().map(ClosureGround::code).toList();
    }

    private static Query inForce(String ends, Instant now) {
        return any(List.of(
                without(ends),
                Query.of(query ->
                        query.range(range -> range.date(date -> date.field(ends).gt(now.toString()))))));
    }

    /** An index of an earlier release, until it is completed, has no closures, and no closed record. */
    private static Query nested(String path, Query query) {
        return Query.of(outer ->
                outer.nested(nested -> nested.path(path).ignoreUnmapped(true).query(query)));
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
        if (ways.isEmpty()) { // without a clause the query would match everything
            return Query.of(query -> query.matchNone(none -> none));
        }
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
            @Nullable Purpose declared,
            Set<Classification> classifications,
            Set<String> compartments,
            UUID member,
            boolean oversees,
            Set<ClosureGround> seenThrough,
            Set<ClosureGround> closedBy) {
        static Scope of(RecordFilter.Matching filter) {
            return new Scope(
                    filter.ownedBy(),
                    filter.sharedWith(),
                    filter.declared(),
                    filter.classifications(),
                    filter.compartments(),
                    filter.member(),
                    filter.oversees(),
                    filter.seenThrough(),
                    filter.closedBy());
        }
    }
}
