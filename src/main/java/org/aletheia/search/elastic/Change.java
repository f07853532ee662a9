package org.aletheia.search.elastic;

import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.jspecify.annotations.Nullable;

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

    /** Roughly how much text is sent to one index: each once folded and once for every language it may be in. */
    long characters() {
        return 1_000 + document.map(Change::texts).orElse(0L);
    }

    private static long texts(SearchDocument document) {
        return 4 * (length(document.title()) + length(document.description())) + 2 * length(document.content());
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** The same with nothing but codes, dates and coarse places. */
    Change withoutTexts() {
        return new Change(kind, id, version, document.map(SearchDocument::withoutIdentifyingText));
    }
}
