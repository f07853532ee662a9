package org.aletheia.parties.rest;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Organisation;
import org.aletheia.parties.Organisations;
import org.jspecify.annotations.Nullable;

/** Organisations in bulk. */
@Singleton
class BulkOrganisations extends BulkKind<Organisation, NamedPartyBody> {
    BulkOrganisations(Organisations records) {
        super(records, NamedPartyBody.class);
    }

    @Override
    protected Organisation check(NamedPartyBody body, Checks checks, @Nullable UUID within) {
        return body.organisation(checks);
    }
}
