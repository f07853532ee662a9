package org.aletheia.parties.rest;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.LocalTextBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A unit as callers write it.
 *
 * @param names at least one
 * @param state id of a State
 * @param parents units above it
 */
record UnitBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable List<LocalTextBody> names,
        @Nullable List<LocalTextBody> aliases,
        @Nullable String state,
        @Nullable List<ParentBody> parents)
        implements ProtectionBody {

    /**
     * @param unit id of the unit above
     * @param during EDTF, usually an interval
     */
    record ParentBody(@Nullable String unit, @Nullable String during) {
        Unit.@Nullable Parent check(String at, Checks checks) {
            UUID above = checks.reference(RecordKind.UNIT, at + "/unit", checks.required(at + "/unit", unit));
            UncertainDate time = checks.date(at + "/during", during);
            return above == null ? null : new Unit.Parent(above, time);
        }
    }

    Unit check(Checks checks) {
        List<LocalText> called = checks.names("/names", checks.required("/names", names));
        checks.findings().require(names == null || !names.isEmpty(), "/names", "required");
        List<LocalText> also = checks.names("/aliases", aliases);
        UUID of = checks.reference(RecordKind.STATE, "/state", state);
        List<Unit.Parent> above = checks.each("/parents", parents, (at, given) -> given.check(at, checks));
        checks.throwIfAny();
        return new Unit(called, also, of, above);
    }
}
