package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.State;
import org.aletheia.parties.States;
import org.jspecify.annotations.Nullable;

/** States in bulk. */
@Singleton
class BulkStates extends BulkKind<State, StateBody> {
    BulkStates(States records) {
        super(records, StateBody.class);
    }

    @Override
    protected State check(StateBody body, Checks checks, @Nullable UUID within) {
        return body.check(checks);
    }
}
