package org.aletheia.search;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A record that matches.
 *
 * @param score for the order of hits only; says nothing of any other record
 * @param title null where the record has none or it is kept out of the index
 */
public record SearchHit(
        RecordKind kind, UUID id, double score, @Nullable String title, List<Highlight> highlights) {

    /**
     * Why it matches: a piece of the record's text as it stands there. It is text, never markup; who shows it in a page
     * escapes it.
     *
     * @param field {@code names}, {@code title}, {@code description} or {@code content}
     * @param marks the matching words in {@code text}
     */
    public record Highlight(String field, String text, List<Mark> marks) {}

    /** A range of UTF-16 code units: from start, inclusive, to end, exclusive. */
    public record Mark(int start, int end) {}
}
