package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Unit;
import org.aletheia.parties.Units;
import org.jspecify.annotations.Nullable;

/** Units in bulk. */
@Singleton
class BulkUnits extends BulkKind<Unit, UnitBody> {
    BulkUnits(Units records) {
        super(records, UnitBody.class);
    }

    @Override
    protected Unit check(UnitBody body, Checks checks, @Nullable UUID within) {
        return body.check(checks);
    }
}
