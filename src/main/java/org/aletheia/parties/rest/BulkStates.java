package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.State;
import org.aletheia.parties.States;

/** States in bulk. */
@Singleton
class BulkStates extends LinkedBulk<State, StateBody> {
    BulkStates(States records) {
        super(records, StateBody.class);
    }

    @Override
    protected State check(StateBody body, Checks checks, BulkScope scope) {
        return body.check(checks);
    }
}
