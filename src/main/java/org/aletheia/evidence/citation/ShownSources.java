package org.aletheia.evidence.citation;

import java.util.List;
import java.util.Map;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;

/**
 * The sources that go with a record in one answer.
 *
 * @param sources those that the caller may see, oldest first
 * @param more whether there are more of them than these
 */
public record ShownSources(List<RecordVersion<Source>> sources, boolean more) {
    public ShownSources {
        sources = List.copyOf(sources);
    }

    static ShownSources of(List<RecordVersion<Source>> found, int most) {
        return found.size() > most ? new ShownSources(found.subList(0, most), true) : new ShownSources(found, false);
    }

    /**
     * As members of the record: {@code sources}, {@code moreSources}, and {@code unsourced} where the caller sees none that
     * supports it, which does not say that nobody does.
     */
    public Map<String, Object> remarks() {
        boolean supported =
                sources.stream().anyMatch(source -> source.content().support().equals(Citation.SUPPORTS));
        return Map.of(
                "sources", sources.stream().map(RecordView::of).toList(), "moreSources", more, "unsourced", !supported);
    }
}
