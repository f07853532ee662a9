package org.aletheia.codelists;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A code list as it is in force: as shipped, with what the operator's editions added and changed.
 *
 * @param id stable name of the list, for example {@code icc-crime}
 * @param version the edition of its source
 * @param revision how many editions of the operator are in it; 0 as shipped
 * @param source whose list it is
 * @param kind where set, what the list is for: {@link #LEGAL_FRAMEWORK}
 * @param paddedTo where set, codes have this many digits and may be given without their trailing zeros
 * @param labels name of the list by language
 * @param codes the rows, broader ones first
 */
public record CodeList(
        String id,
        String version,
        int revision,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String kind,
        @Nullable Integer paddedTo,
        Map<String, String> labels,
        List<CodeEntry> codes) {
    /** The kind of lists of norms that an act can be qualified by. */
    public static final String LEGAL_FRAMEWORK = "legal-framework";

    public CodeList {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        codes = List.copyOf(codes);
    }

    /** The row that a given text names; the text may lack trailing zeros where the list is padded. */
    public Optional<CodeEntry> find(String given) {
        String code = padded(given);
        return codes.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /** The same list with only the rows that hold on a day. */
    public CodeList on(LocalDate day) {
        List<CodeEntry> rows = codes.stream().filter(row -> row.inForceOn(day)).toList();
        return new CodeList(id, version, revision, source, kind, paddedTo, labels, rows);
    }

    /** A code in its full form. */
    String padded(String given) {
        if (paddedTo == null || given.isEmpty() || given.length() % 2 != 0 || given.length() >= paddedTo) {
            return given;
        }
        return given + "0".repeat(paddedTo - given.length());
    }
}
