package org.aletheia.parties.rest;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.CountryCode;
import org.aletheia.parties.Group;
import org.aletheia.parties.Identifier;
import org.aletheia.parties.Organisation;
import org.aletheia.parties.PartyName;
import org.jspecify.annotations.Nullable;

/**
 * A group or an organisation as callers write it.
 *
 * @param names at least one
 * @param countries ISO 3166-1
 */
record NamedPartyBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable List<PartyNameBody> names,
        @Nullable List<IdentifierBody> identifiers,
        @Nullable List<String> countries)
        implements ProtectionBody {
    Group group(Checks checks) {
        return check(checks, Group::new);
    }

    Organisation organisation(Checks checks) {
        return check(checks, Organisation::new);
    }

    private <T> T check(Checks checks, Maker<T> maker) {
        List<PartyName> called = PartyNameBody.some(checks, names);
        List<Identifier> known = IdentifierBody.all(checks, identifiers);
        List<CountryCode> where = checks.countries("/countries", countries);
        checks.throwIfAny();
        return maker.make(called, known, where);
    }

    private interface Maker<T> {
        T make(List<PartyName> names, List<Identifier> identifiers, List<CountryCode> countries);
    }
}
