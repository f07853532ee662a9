package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Unit;
import org.aletheia.parties.Units;

/** Units in bulk. */
@Singleton
class BulkUnits extends LinkedBulk<Unit, UnitBody> {
    BulkUnits(Units records) {
        super(records, UnitBody.class);
    }

    @Override
    protected Unit check(UnitBody body, Checks checks, BulkScope scope) {
        return body.check(checks);
    }
}
