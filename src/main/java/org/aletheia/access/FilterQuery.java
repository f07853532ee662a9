package org.aletheia.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                and s.endedAt is null and (s.endsAt is null or s.endsAt > instant)))""";

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
        if (filter.ownedBy() != null) {
            reach.add("(ownerOrg = :accessOwner"
                    + " and cast(sql('cast(? as text[]) @> ?', :accessCompartments, compartments) as Boolean))");
            parameters.put("accessOwner", filter.ownedBy());
            parameters.put("accessCompartments", filter.compartments().toArray(String[]::new));
        }
        if (filter.sharedWith() != null) {
            reach.add(SHARED);
            parameters.put("accessKind", filter.kind().code());
            parameters.put("accessOrg", filter.sharedWith());
        }
        parameters.put(
                "accessLevels",
                filter.classifications().stream().map(Classification::code).toList());
        return new FilterQuery(
                "((" + String.join(" or ", reach) + ") and classification in :accessLevels)", parameters);
    }
}
