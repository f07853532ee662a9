package org.aletheia.parties.store;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;

/** Asks for the ends of a link by their columns: the wall lets an index look for these, not for what the content has. */
final class EndColumns {
    private EndColumns() {}

    /** @param columns by the member asked for */
    static FilterQuery condition(Map<String, String> columns, RecordFilter filter, Map<String, Object> asked) {
        FilterQuery access = FilterQuery.of(filter);
        Map<String, Object> parameters = new HashMap<>(access.parameters());
        StringBuilder condition = new StringBuilder(access.condition());
        columns.forEach((member, column) -> {
            if (asked.get(member) instanceof String id) {
                condition.append(" and ").append(column).append(" = :").append(column);
                parameters.put(column, UUID.fromString(id));
            }
        });
        return new FilterQuery("(" + condition + ")", parameters);
    }

    static Map<String, Object> others(Map<String, String> columns, Map<String, Object> asked) {
        Map<String, Object> rest = new HashMap<>(asked);
        rest.keySet().removeAll(columns.keySet());
        return rest;
    }
}
