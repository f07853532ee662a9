package org.aletheia.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharedAlong;

/** An act that is shared takes along who is alleged to be involved in it. */
@ApplicationScoped
class InvolvementsAlong implements SharedAlong {
    private final Involvements involvements;

    InvolvementsAlong(Involvements involvements) {
        this.involvements = involvements;
    }

    @Override
    public RecordKind parent() {
        return RecordKind.ACT;
    }

    @Override
    public List<ProtectedRecord> with(UUID act) {
        return involvements.of(act);
    }
}
