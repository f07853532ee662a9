package org.aletheia.parties.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.parties.Victim;
import org.jspecify.annotations.Nullable;

/**
 * A victim as callers write it. There is no place for a name: {@code PUT /api/v1/victims/{id}/identity} takes it into the
 * vault.
 *
 * @param type code of {@code victim-type}
 * @param sex code of {@code sex}
 * @param ageBand code of {@code age-band}
 * @param characteristics codes of {@code victim-characteristic}
 */
record VictimBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String type,
        @Nullable String sex,
        @Nullable String ageBand,
        @Nullable List<String> characteristics)
        implements ProtectionBody {
    Victim check(Checks checks, String pseudonym) {
        String which = checks.code("victim-type", "/type", checks.required("/type", type));
        String gender = checks.code("sex", "/sex", sex);
        String age = checks.code("age-band", "/ageBand", ageBand);
        List<String> more = checks.codes("victim-characteristic", "/characteristics", characteristics);
        checks.throwIfAny();
        return new Victim(pseudonym, sure(which), gender, age, more);
    }
}
