package org.aletheia.search.elastic;

import java.util.UUID;
import org.aletheia.access.RecordKind;

/** Ids of index documents: {@code <kind>:<uuid>}, so that a hit needs no stored field to say what it is. */
final class DocumentKey {
    private DocumentKey() {}

    static String of(RecordKind kind, UUID id) {
        return kind.code() + ":" + id;
    }

    static RecordKind kind(String key) {
        return RecordKind.parse(key.substring(0, key.indexOf(':')));
    }

    static UUID id(String key) {
        return UUID.fromString(key.substring(key.indexOf(':') + 1));
    }
}
