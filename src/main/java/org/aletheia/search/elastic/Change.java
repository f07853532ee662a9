package org.aletheia.search.elastic;

import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;

/**
 * What a record looks like after a point of the journal.
 *
 * @param version index of the last journal entry that the document is known to include, plus one
 * @param document empty when the record is gone
 */
public record Change(RecordKind kind, UUID id, long version, Optional<SearchDocument> document) {
    /** The document's id in its index. */
    String key() {
        return DocumentKey.of(kind, id);
    }

    /** Roughly how much text is sent to one index. */
    long characters() {
        return document.map(SearchDocument::content)
                .map(content -> 2L * content.length())
                .orElse(1_000L);
    }

    /** The same with nothing but codes, dates and coarse places. */
    Change withoutTexts() {
        return new Change(kind, id, version, document.map(SearchDocument::withoutIdentifyingText));
    }
}
