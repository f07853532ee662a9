package org.aletheia.parties.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.parties.Capacity;
import org.aletheia.parties.PartyRef;
import org.jspecify.annotations.Nullable;

/**
 * A capacity as callers write it. There is no place for the person: a link joins the two for those who may see it.
 *
 * @param capacity code of {@code person-capacity}
 * @param representative a person or organisation
 */
record CapacityBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String capacity,
        @Nullable PartyRefBody representative)
        implements ProtectionBody {
    private static final Set<RecordKind> SPEAKERS = EnumSet.of(RecordKind.PERSON, RecordKind.ORGANISATION);

    Capacity check(Checks checks, String pseudonym) {
        String as = checks.code("person-capacity", "/capacity", checks.required("/capacity", capacity));
        PartyRef speaker = representative == null ? null : representative.check("/representative", checks, SPEAKERS);
        checks.throwIfAny();
        return new Capacity(pseudonym, sure(as), speaker);
    }
}
