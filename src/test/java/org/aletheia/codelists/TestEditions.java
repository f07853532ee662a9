package org.aletheia.codelists;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Editions and rows for tests. */
final class TestEditions {
    private TestEditions() {}

    static ListEdition rows(ListEdition.@Nullable Row... rows) {
        return new ListEdition(null, null, null, null, Arrays.asList(rows));
    }

    /** A new list. */
    static ListEdition law(ListEdition.Row... rows) {
        return new ListEdition(
                "2020", "Penal Code", CodeList.LEGAL_FRAMEWORK, Map.of("en", "Penal Code of Nowhere"), List.of(rows));
    }

    static ListEdition.Row row(String code, @Nullable String label) {
        return row(code, null, null, null, null, label);
    }

    static ListEdition.Row row(
            @Nullable String code,
            @Nullable String parent,
            @Nullable String status,
            @Nullable String from,
            @Nullable String to,
            @Nullable String label) {
        return new ListEdition.Row(
                code, parent, status, from, to, null, label == null ? null : Map.of("en", label), null);
    }
}
