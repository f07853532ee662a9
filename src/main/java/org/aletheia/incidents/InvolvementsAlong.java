package org.aletheia.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharedAlong;
import org.aletheia.incidents.store.IncidentParts;

/** An act that is shared takes along who is alleged to be involved in it. */
@ApplicationScoped
class InvolvementsAlong implements SharedAlong {
    private final IncidentParts parts;

    InvolvementsAlong(IncidentParts parts) {
        this.parts = parts;
    }

    @Override
    public RecordKind parent() {
        return RecordKind.ACT;
    }

    @Override
    public List<Part> with(Collection<UUID> acts) {
        return parts.involvements(acts);
    }
}
