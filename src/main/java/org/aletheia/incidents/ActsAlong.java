package org.aletheia.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharedAlong;
import org.aletheia.incidents.store.IncidentParts;

/** An incident that is shared takes its acts along. */
@ApplicationScoped
class ActsAlong implements SharedAlong {
    private final IncidentParts parts;

    ActsAlong(IncidentParts parts) {
        this.parts = parts;
    }

    @Override
    public RecordKind parent() {
        return RecordKind.INCIDENT;
    }

    @Override
    public List<Part> with(Collection<UUID> incidents) {
        return parts.acts(incidents);
    }
}
