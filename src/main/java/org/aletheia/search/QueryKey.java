package org.aletheia.search;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;

/** The same text for the same query, whatever the order of its sets: a cursor opens no other query's page. */
final class QueryKey {
    private QueryKey() {}

    static String of(SearchQuery query) {
        return "search\n"
                + String.join(
                        "\n",
                        String.valueOf(query.text()),
                        sorted(query.kinds().stream().map(RecordKind::code).collect(Collectors.toSet())),
                        sorted(query.languages()),
                        sorted(query.codes()),
                        String.valueOf(query.from()),
                        String.valueOf(query.to()),
                        String.valueOf(query.near()),
                        String.valueOf(query.box()));
    }

    private static String sorted(Set<String> values) {
        return String.join(",", new TreeSet<>(values));
    }
}
