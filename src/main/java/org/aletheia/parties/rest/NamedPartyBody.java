package org.aletheia.parties.rest;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.LocalTextBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.CountryCode;
import org.aletheia.parties.Group;
import org.aletheia.parties.Organisation;
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
        @Nullable List<LocalTextBody> names,
        @Nullable List<LocalTextBody> aliases,
        @Nullable List<String> countries)
        implements ProtectionBody {
    Group group(Checks checks) {
        return check(checks, Group::new);
    }

    Organisation organisation(Checks checks) {
        return check(checks, Organisation::new);
    }

    private <T> T check(Checks checks, Maker<T> maker) {
        List<LocalText> called = checks.names("/names", checks.required("/names", names));
        checks.findings().require(names == null || !names.isEmpty(), "/names", "required");
        List<LocalText> also = checks.names("/aliases", aliases);
        List<CountryCode> where = checks.countries("/countries", countries);
        checks.throwIfAny();
        return maker.make(called, also, where);
    }

    private interface Maker<T> {
        T make(List<LocalText> names, List<LocalText> aliases, List<CountryCode> countries);
    }
}
