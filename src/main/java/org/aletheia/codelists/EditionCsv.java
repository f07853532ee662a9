package org.aletheia.codelists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an edition as CSV (RFC 4180), in UTF-8 with or without byte order mark. The first record names the columns: {@code
 * code}, and where wanted {@code parent}, {@code status}, {@code validFrom}, {@code validTo}, {@code source}, {@code
 * label.<language>} and {@code attribute.<name>}. An empty field says nothing, as does an empty line.
 */
public final class EditionCsv {
    private static final Set<String> PLAIN = Set.of("code", "parent", "status", "validFrom", "validTo", "source");
    private static final String LABEL = "label.";
    private static final String ATTRIBUTE = "attribute.";

    private final Findings findings;
    private final List<String> columns;
    private final List<ListEdition.Row> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private EditionCsv(Findings findings, List<String> columns) {
        this.findings = findings;
        this.columns = columns;
    }

    /**
     * Reads the rows and adds all that is wrong with the form of the text: {@code csv-encoding}, {@code csv-quote}, {@code
     * csv-fields}, {@code column-unknown}, {@code column-repeated}, {@code column-required}, {@code body-required}; each with
     * its line.
     *
     * @param list what is said of the list itself; its rows are left out of account
     */
    public static ListEdition.Given read(byte[] utf8, ListEdition list, Findings findings) {
        List<CsvRecords.Fields> records = CsvRecords.read(utf8, findings);
        if (records.isEmpty()) {
            findings.require(!findings.isEmpty(), "", "body-required");
            return given(list, List.of(), List.of());
        }
        EditionCsv csv = new EditionCsv(findings, records.getFirst().values());
        csv.header(records.getFirst().line());
        records.stream().skip(1).forEach(csv::row);
        return given(list, csv.rows, csv.lines);
    }

    private static ListEdition.Given given(ListEdition list, List<ListEdition.Row> rows, List<Integer> lines) {
        return new ListEdition.Given(
                new ListEdition(list.version(), list.source(), list.kind(), list.labels(), List.copyOf(rows)), lines);
    }

    /** What a person wrote is not repeated: a column is told by its number. */
    private void header(int line) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            Map<String, Object> where = Map.of("line", line, "column", i + 1);
            boolean known = PLAIN.contains(name)
                    || name.startsWith(LABEL) && name.length() > LABEL.length()
                    || name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length();
            findings.require(known, "", "column-unknown", where);
            findings.require(seen.add(name), "", "column-repeated", where);
        }
        findings.require(seen.contains("code"), "", "column-required", Map.of("line", line, "required", "code"));
    }

    private void row(CsvRecords.Fields fields) {
        if (fields.values().equals(List.of(""))) {
            return;
        }
        if (!findings.require(
                fields.values().size() == columns.size(),
                "/codes/" + rows.size(),
                "csv-fields",
                Map.of("line", fields.line(), "expected", columns.size()))) {
            return;
        }
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!fields.values().get(i).isEmpty()) {
                said.putIfAbsent(columns.get(i), fields.values().get(i));
            }
        }
        rows.add(new ListEdition.Row(
                said.get("code"),
                said.get("parent"),
                said.get("status"),
                said.get("validFrom"),
                said.get("validTo"),
                said.get("source"),
                named(LABEL, said),
                named(ATTRIBUTE, said)));
        lines.add(fields.line());
    }

    private static @Nullable Map<String, @Nullable String> named(String prefix, Map<String, String> said) {
        Map<String, @Nullable String> named = new HashMap<>();
        said.forEach((column, text) -> {
            if (column.startsWith(prefix)) {
                named.put(column.substring(prefix.length()), text);
            }
        });
        return named.isEmpty() ? null : named;
    }
}
