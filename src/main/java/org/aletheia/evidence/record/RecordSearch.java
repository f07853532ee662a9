package org.aletheia.evidence.record;

import java.util.List;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Finds records by a search, for whoever makes something of them. Implemented where the indexes are. */
public interface RecordSearch {
    /** What is looked for: the parameters of a search, by their names. */
    @Schema(name = "SetSearch")
    record Asked(
            @Nullable String q,
            @Nullable List<String> kind,
            @Nullable List<String> language,
            @Nullable List<String> code,
            @Nullable String from,
            @Nullable String to,
            @Nullable String near,
            @Nullable String within,
            @Nullable String bbox) {}

    /** What the caller may find, the best first. @param more whether there is more than was asked for */
    record Hits(List<RecordName> records, boolean more) {
        public Hits {
            records = List.copyOf(records);
        }
    }

    /**
     * At most so many of the records that a search for the caller finds, which tells the journal of them as any search.
     *
     * @param kinds of which something can be made; a search for another is a finding
     * @param findings gets what is wrong with the search, below {@code /search}; nothing is found then
     * @throws org.aletheia.platform.http.ProblemException {@code search-unavailable}
     */
    Hits find(Asked asked, Set<RecordKind> kinds, int most, Findings findings);
}
