package org.aletheia.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of the matrix are about.
 *
 * @param records one of each kind
 * @param parts what has no kind of its own, by placeholder: a rendition, a file, an assurance
 */
record Reached(Map<RecordKind, String> records, Map<String, String> parts) {
    boolean has(RecordKind kind) {
        return records.containsKey(kind);
    }

    /** A path with the ids of what it names; {@code {}} is the record that it is about. */
    String filled(String path, @Nullable RecordKind about) {
        String filled = about == null ? path : path.replace("{}", records.getOrDefault(about, ""));
        for (Map.Entry<RecordKind, String> id : records.entrySet()) {
            filled = filled.replace("{" + id.getKey().code() + "}", id.getValue());
        }
        for (Map.Entry<String, String> part : parts.entrySet()) {
            filled = filled.replace("{" + part.getKey() + "}", part.getValue());
        }
        return filled;
    }
}
