package org.aletheia.codelists;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a code list.
 *
 * @param id stable name of the list, for example {@code icc-crime}
 * @param version the edition of its source
 * @param source whose list it is
 * @param paddedTo where set, codes have this many digits and may be given without their trailing zeros
 * @param labels name of the list by language
 * @param codes the rows, broader ones first
 */
public record CodeList(
        String id,
        String version,
        String source,
        @Nullable Integer paddedTo,
        Map<String, String> labels,
        List<CodeEntry> codes) {
    public CodeList {
        labels = Map.copyOf(labels);
        codes = List.copyOf(codes);
    }

    /** The row that a given text names; the text may lack trailing zeros where the list is padded. */
    public Optional<CodeEntry> find(String given) {
        String code = padded(given);
        return codes.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    private String padded(String given) {
        if (paddedTo == null || given.isEmpty() || given.length() % 2 != 0 || given.length() >= paddedTo) {
            return given;
        }
        return given + "0".repeat(paddedTo - given.length());
    }
}
