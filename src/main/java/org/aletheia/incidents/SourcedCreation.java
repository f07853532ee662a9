package org.aletheia.incidents;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordVersion;

/** Holds the sources that came with one record until that is written, and then writes them. For one creation. */
final class SourcedCreation<T extends RecordContent> implements Consumer<RecordVersion<T>> {
    private final Sources sources;
    private List<Citation> citations = List.of();

    SourcedCreation(Sources sources) {
        this.sources = sources;
    }

    T said(T content, List<Citation> with) {
        citations = List.copyOf(with);
        return content;
    }

    @Override
    public void accept(RecordVersion<T> made) {
        if (citations.isEmpty()) {
            throw new IllegalStateException("a record that needs a source has none");
        }
        sources.citeWith(Map.of(made, citations));
    }
}
