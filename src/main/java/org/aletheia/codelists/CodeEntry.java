package org.aletheia.codelists;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of a code list.
 *
 * @param code as its source writes it
 * @param parent the broader code of the same list
 * @param status whether it was checked
 * @param labels our own neutral wording by BCP 47 language; English is always there, all six languages of the United
 *     Nations for rows of this release that are not provisional
 * @param validFrom first day on which the row holds; absent where it has no beginning that matters
 * @param validTo last day on which it holds; absent while it goes on
 * @param source where the row has another one than its list
 * @param attributes what this list says of its rows beyond labels, by name
 * @param operator whether an operator added or changed it
 */
public record CodeEntry(
        String code,
        @Nullable String parent,
        CodeStatus status,
        Map<String, String> labels,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate validFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate validTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String source,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean operator) {
    public CodeEntry {
        labels = sorted(labels);
        // Most rows of the shipped files have none.
        attributes = attributes == null ? Map.of() : sorted(attributes);
    }

    /** Whether the row holds on a day. */
    public boolean inForceOn(LocalDate day) {
        return inForceWithin(day, day);
    }

    /** Whether the row holds on some day of a period, whose ends may be open. */
    public boolean inForceWithin(@Nullable LocalDate first, @Nullable LocalDate last) {
        boolean begun = validFrom == null || last == null || !validFrom.isAfter(last);
        boolean goesOn = validTo == null || first == null || !validTo.isBefore(first);
        return begun && goesOn;
    }

    /** The same row at another place. */
    CodeEntry under(@Nullable String broader) {
        return Objects.equals(broader, parent)
                ? this
                : new CodeEntry(code, broader, status, labels, validFrom, validTo, source, attributes, operator);
    }

    private static Map<String, String> sorted(Map<String, String> texts) {
        return Collections.unmodifiableMap(new TreeMap<>(texts));
    }
}
