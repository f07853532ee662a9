package org.aletheia.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharedAlong;
import org.aletheia.incidents.store.IncidentParts;

/** A missing person's record that is shared takes along where the person was, and how the status came about. */
@ApplicationScoped
class MissingAlong implements SharedAlong {
    private final IncidentParts parts;

    MissingAlong(IncidentParts parts) {
        this.parts = parts;
    }

    @Override
    public RecordKind parent() {
        return RecordKind.MISSING_PERSON;
    }

    @Override
    public List<Part> with(Collection<UUID> missing) {
        return parts.ofMissing(missing);
    }
}
