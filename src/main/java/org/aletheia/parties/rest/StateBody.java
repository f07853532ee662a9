package org.aletheia.parties.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.CountryCode;
import org.aletheia.parties.Identifier;
import org.aletheia.parties.PartyName;
import org.aletheia.parties.State;
import org.jspecify.annotations.Nullable;

/**
 * A State as callers write it.
 *
 * @param country ISO 3166-1
 */
record StateBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String country,
        @Nullable List<PartyNameBody> names,
        @Nullable List<IdentifierBody> identifiers)
        implements ProtectionBody {
    State check(Checks checks) {
        CountryCode code = checks.country("/country", checks.required("/country", country));
        List<PartyName> called = PartyNameBody.any(checks, names);
        List<Identifier> known = IdentifierBody.all(checks, identifiers);
        checks.throwIfAny();
        return new State(sure(code), called, known);
    }
}
