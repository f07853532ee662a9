package org.aletheia.parties.rest;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.parties.Identifier;
import org.aletheia.parties.PartyName;
import org.aletheia.parties.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A unit as callers write it.
 *
 * @param names at least one
 * @param state id of a State
 */
record UnitBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable List<PartyNameBody> names,
        @Nullable List<IdentifierBody> identifiers,
        @Nullable String state)
        implements ProtectionBody {
    Unit check(Checks checks) {
        List<PartyName> called = PartyNameBody.some(checks, names);
        List<Identifier> known = IdentifierBody.all(checks, identifiers);
        UUID of = checks.reference(RecordKind.STATE, "/state", state);
        checks.throwIfAny();
        return new Unit(called, known, of);
    }
}
