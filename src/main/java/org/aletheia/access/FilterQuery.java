package org.aletheia.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.access.RecordFilter.Matching;

/**
 * A {@link RecordFilter} as a condition of a Hibernate query over any entity that extends {@code RecordEntity}; to be
 * joined with {@code and} to conditions of the caller's own. Its parameter names start with {@code access}.
 *
 * @param condition in parentheses
 * @param parameters to be bound beside the caller's own; mutable
 */
public record FilterQuery(String condition, Map<String, Object> parameters) {
    private static final String SHARED = """
            (cast(sql('cardinality(?) = 0', compartments) as Boolean)
                and id in (select s.recordId from ShareEntity s where s.kind = :accessKind and s.granteeOrg = :accessOrg
                and s.endedAt is null and (s.endsAt is null or s.endsAt > instant)
                and (cast(sql('cardinality(?) = 0', s.purposes) as Boolean)%s)))""";
    private static final String FOR_DECLARED =
            " or cast(sql('cast(? as text) = any(?)', :accessPurpose, s.purposes) as Boolean)";
    private static final String CLOSED = """
            (select c.recordId from ClosureEntity c where c.kind = :accessKind and c.whole = true
                and c.endedAt is null and (c.endsAt is null or c.endsAt > instant)%s)""";

    /** The condition of a filter. */
    public static FilterQuery of(RecordFilter filter) {
        return switch (filter) {
            case RecordFilter.Nothing nothing -> new FilterQuery("(1 = 0)", new HashMap<>());
            case Matching matching -> of(matching);
        };
    }

    private static FilterQuery of(Matching filter) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> reach = new ArrayList<>();
        parameters.put("accessKind", filter.kind().code());
        if (filter.ownedBy() != null) {
            reach.add("(ownerOrg = :accessOwner"
                    + " and cast(sql('cast(? as text[]) @> ?', :accessCompartments, compartments) as Boolean)"
                    + closures(filter, parameters) + ")");
            parameters.put("accessOwner", filter.ownedBy());
            parameters.put("accessCompartments", filter.compartments().toArray(String[]::new));
        }
        if (filter.sharedWith() != null) {
            String shared = SHARED.formatted(filter.declared() == null ? "" : FOR_DECLARED);
            reach.add("(" + shared + " and id not in " + CLOSED.formatted("") + ")");
            parameters.put("accessOrg", filter.sharedWith());
            if (filter.declared() != null) {
                parameters.put("accessPurpose", filter.declared().code());
            }
        }
        parameters.put(
                "accessLevels",
                filter.classifications().stream().map(Classification::code).toList());
        return new FilterQuery(
                "((" + String.join(" or ", reach) + ") and classification in :accessLevels)", parameters);
    }

    /** Of own records, as conditions to be joined: those that are not closed to the caller, and that are before them. */
    private static String closures(Matching filter, Map<String, Object> parameters) {
        String open = " and id not in " + CLOSED.formatted(" and c.ground not in :accessThrough");
        parameters.put("accessThrough", codes(filter.seenThrough()));
        if (filter.closedBy().isEmpty()) {
            return open;
        }
        parameters.put("accessClosedBy", codes(filter.closedBy()));
        return open + " and id in " + CLOSED.formatted(" and c.ground in :accessClosedBy");
    }

    private static List<String> codes(Set<ClosureGround> grounds) {
        return grounds.stream().map(ClosureGround::code).toList();
    }
}
