package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.PlaceBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.Whereabouts;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of where a missing person was, as callers write it.
 *
 * @param type code of {@code whereabouts-type}
 * @param date EDTF
 * @param authority which body held or answered; never the name of a person
 */
record WhereaboutsBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String type,
        @Nullable String date,
        @Nullable PlaceBody place,
        @Nullable String authority)
        implements ProtectionBody {
    private static final int MAX_AUTHORITY = 200;

    Whereabouts check(Checks checks, UUID missing) {
        Whereabouts said = read(checks, missing);
        checks.throwIfAny();
        return sure(said);
    }

    /** What is said, or null where the least of it was refused. */
    @Nullable
    Whereabouts read(Checks checks, UUID missing) {
        String what = checks.code("whereabouts-type", "/type", checks.required("/type", type));
        UncertainDate when = checks.date("/date", checks.required("/date", date));
        Place where = place == null ? null : place.check("/place", checks);
        String body = checks.text("/authority", authority, MAX_AUTHORITY);
        boolean answers = what != null && Whereabouts.needsAuthority(what);
        checks.findings().require(!answers || authority != null, "/authority", "authority-required");
        checks.findings().require(answers || what == null || place != null, "/place", "required");
        return what == null || when == null ? null : new Whereabouts(missing, what, when, where, body);
    }
}
