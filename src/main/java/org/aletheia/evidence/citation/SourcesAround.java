package org.aletheia.evidence.citation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.citation.store.SourceStore;
import org.aletheia.evidence.record.RecordVersion;

/** The sources of many records and items at once. */
@Singleton
public class SourcesAround {
    private final SourceStore store;

    SourcesAround(SourceStore store) {
        this.store = store;
    }

    /**
     * At most so many of the sources that join one of these records or items to another, each only where the caller may
     * list both; to be told to the journal by whoever shows them.
     */
    public List<RecordVersion<Source>> touching(Collection<UUID> ends, int limit) {
        return store.touching(ends, limit);
    }
}
