package org.aletheia.incidents;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.store.IncidentLinkStore;

/** The links of many incidents at once. */
@Singleton
public class LinksAround {
    private final IncidentLinkStore store;

    LinksAround(IncidentLinkStore store) {
        this.store = store;
    }

    /**
     * At most so many of the standing links at one of these incidents, each only where the caller may see both ends; to be
     * told to the journal by whoever shows them.
     */
    public List<RecordVersion<IncidentLink>> touching(Collection<UUID> incidents, int limit) {
        return store.touching(incidents, limit);
    }
}
