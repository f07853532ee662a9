package org.aletheia.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharedAlong;

/** An incident that is shared takes its acts along, and who is alleged to be involved in them. */
@ApplicationScoped
class ActsAlong implements SharedAlong {
    private final Acts acts;
    private final Involvements involvements;

    ActsAlong(Acts acts, Involvements involvements) {
        this.acts = acts;
        this.involvements = involvements;
    }

    @Override
    public RecordKind parent() {
        return RecordKind.INCIDENT;
    }

    @Override
    public List<ProtectedRecord> with(UUID incident) {
        List<ProtectedRecord> along = new ArrayList<>(acts.of(incident));
        for (ProtectedRecord act : List.copyOf(along)) {
            along.addAll(involvements.of(act.id()));
        }
        return along;
    }
}
