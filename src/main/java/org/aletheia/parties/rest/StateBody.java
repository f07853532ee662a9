package org.aletheia.parties.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.LocalTextBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.CountryCode;
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
        @Nullable List<LocalTextBody> names)
        implements ProtectionBody {
    State check(Checks checks) {
        CountryCode code = checks.country("/country", checks.required("/country", country));
        List<LocalText> called = checks.names("/names", names);
        checks.throwIfAny();
        return new State(sure(code), called);
    }
}
