package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Victim;
import org.aletheia.parties.Victims;
import org.jspecify.annotations.Nullable;

/** Victims in bulk. */
@Singleton
class BulkVictims extends BulkKind<Victim, VictimBody> {
    BulkVictims(Victims records) {
        super(records, VictimBody.class);
    }

    @Override
    protected Victim check(VictimBody body, Checks checks, @Nullable UUID within) {
        return body.check(checks, Victim.newPseudonym());
    }
}
