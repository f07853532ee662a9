package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Victim;
import org.aletheia.parties.Victims;

/** Victims in bulk. */
@Singleton
class BulkVictims extends LinkedBulk<Victim, VictimBody> {
    BulkVictims(Victims records) {
        super(records, VictimBody.class);
    }

    @Override
    protected Victim check(VictimBody body, Checks checks, BulkScope scope) {
        return body.check(checks, Victim.newPseudonym());
    }
}
