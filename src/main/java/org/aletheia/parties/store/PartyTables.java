package org.aletheia.parties.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aletheia.access.ListedKinds;
import org.aletheia.access.RecordKind;

/** Where parties lie by kind, for queries that meet them in the rows of links: planned once, not looked up row by row. */
final class PartyTables {
    private static final Map<RecordKind, String> TABLES = new TreeMap<>(Map.of(
            RecordKind.PERSON, "person",
            RecordKind.GROUP, "party_group",
            RecordKind.UNIT, "party_unit",
            RecordKind.ORGANISATION, "party_organisation",
            RecordKind.STATE, "party_state"));

    private PartyTables() {}

    /** That the party of which two SQL expressions give kind and id is one that the caller may list. */
    static String exists(String kindSql, String idSql) {
        return TABLES.entrySet().stream()
                .map(table -> "when '" + table.getKey().code() + "' then "
                        + ListedKinds.exists(table.getKey(), table.getValue(), idSql))
                .collect(Collectors.joining(" ", "case " + kindSql + " ", " else false end"));
    }
}
