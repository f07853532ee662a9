package org.aletheia.codelists;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a code list.
 *
 * @param code as its source writes it
 * @param parent the broader code of the same list
 * @param status whether it was checked
 * @param labels our own neutral wording by BCP 47 language; English is always there
 */
public record CodeEntry(String code, @Nullable String parent, CodeStatus status, Map<String, String> labels) {
    public CodeEntry {
        labels = Map.copyOf(labels);
    }
}
