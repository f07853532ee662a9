package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Group;
import org.aletheia.parties.Groups;
import org.jspecify.annotations.Nullable;

/** Groups in bulk. */
@Singleton
class BulkGroups extends BulkKind<Group, NamedPartyBody> {
    BulkGroups(Groups records) {
        super(records, NamedPartyBody.class);
    }

    @Override
    protected Group check(NamedPartyBody body, Checks checks, @Nullable UUID within) {
        return body.group(checks);
    }
}
