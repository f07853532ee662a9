package org.aletheia.testimony.vault.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.testimony.vault.VaultSubject;
import org.jspecify.annotations.Nullable;

/**
 * A request to see an identity, as callers write it.
 *
 * @param purpose code of {@code reveal-purpose}
 * @param reason in words; sealed, and shown to the approver only
 */
record RevealBody(
        @Nullable SubjectBody subject,
        @Nullable String purpose,
        @Nullable String reason) {
    static final int MAX_REASON = 2000;

    /** @param kind victim or person */
    record SubjectBody(@Nullable String kind, @Nullable String id) {
        /** The subject; null with findings where it is none. */
        static @Nullable VaultSubject check(@Nullable SubjectBody subject, Checks checks) {
            SubjectBody whom = checks.required("/subject", subject);
            String kind = whom == null ? null : checks.required("/subject/kind", whom.kind());
            boolean known = kind == null || Set.of("victim", "person").contains(kind);
            checks.findings().require(known, "/subject/kind", "kind-unknown");
            UUID id = whom == null ? null : checks.id("/subject/id", checks.required("/subject/id", whom.id()));
            return kind == null || !known || id == null ? null : new VaultSubject(RecordKind.parse(kind), id);
        }
    }

    record Asked(VaultSubject subject, String purpose, String reason) {}

    Asked check(Checks checks) {
        VaultSubject whom = SubjectBody.check(subject, checks);
        String what = checks.code("reveal-purpose", "/purpose", checks.required("/purpose", purpose));
        String why = checks.text("/reason", checks.required("/reason", reason), MAX_REASON);
        checks.throwIfAny();
        return new Asked(sure(whom), sure(what), sure(why));
    }
}
