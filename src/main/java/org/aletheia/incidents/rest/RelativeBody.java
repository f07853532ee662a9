package org.aletheia.incidents.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.MissingPerson.Relative;
import org.jspecify.annotations.Nullable;

/**
 * A relative as callers write them: no name and no address, which {@code PUT /api/v1/victims/{id}/identity} or {@code
 * /persons/{id}/identity} takes into the vault.
 *
 * @param kind victim or person
 * @param id of a record under a pseudonym
 * @param relation code of {@code relative-relation}
 * @param wishes codes of {@code contact-wish}
 * @param mayBeTold codes of {@code may-be-told}
 */
record RelativeBody(
        @Nullable String kind,
        @Nullable String id,
        @Nullable String relation,
        @Nullable List<String> wishes,
        @Nullable List<String> mayBeTold) {
    private static final Set<RecordKind> KINDS = EnumSet.of(RecordKind.VICTIM, RecordKind.PERSON);

    @Nullable
    Relative check(String at, Checks checks) {
        String named = checks.required(at + "/kind", kind);
        String given = checks.required(at + "/id", id);
        RecordKind known = KINDS.stream()
                .filter(each -> each.code().equals(named))
                .findFirst()
                .orElse(null);
        List<String> allowed = KINDS.stream().map(RecordKind::code).toList();
        checks.findings()
                .require(named == null || known != null, at + "/kind", "kind-unknown", Map.of("allowed", allowed));
        UUID record = known == null ? null : checks.reference(known, at + "/id", given);
        boolean hidden = known == null || record == null || checks.holdsIdentity(known, record);
        checks.findings().require(hidden, at + "/id", "relative-not-protected");
        String how = checks.code("relative-relation", at + "/relation", checks.required(at + "/relation", relation));
        List<String> wanted = checks.codes("contact-wish", at + "/wishes", wishes);
        List<String> told = checks.codes("may-be-told", at + "/mayBeTold", mayBeTold);
        return known == null || record == null || how == null ? null : new Relative(known, record, how, wanted, told);
    }
}
