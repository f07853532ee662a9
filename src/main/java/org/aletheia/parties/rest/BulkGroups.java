package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Group;
import org.aletheia.parties.Groups;

/** Groups in bulk. */
@Singleton
class BulkGroups extends LinkedBulk<Group, NamedPartyBody> {
    BulkGroups(Groups records) {
        super(records, NamedPartyBody.class);
    }

    @Override
    protected Group check(NamedPartyBody body, Checks checks, BulkScope scope) {
        return body.group(checks);
    }
}
