package org.aletheia.testimony.vault.erasure;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.testimony.vault.VaultSubject;
import org.jspecify.annotations.Nullable;

/**
 * A request as callers write it; no words.
 *
 * @param subject whose identity is to be unknown to everybody, of the caller's organisation
 * @param ground code of {@code disposal-ground}
 */
public record ErasureBody(
        @Nullable SubjectBody subject, @Nullable String ground) {
    private static final Set<String> KINDS = Set.of("person", "victim");

    /** @param kind victim or person */
    public record SubjectBody(
            @Nullable String kind, @Nullable String id) {
        @Nullable
        VaultSubject check(Checks checks, RecordDirectory directory) {
            String code = checks.required("/subject/kind", kind);
            UUID record = checks.id("/subject/id", checks.required("/subject/id", id));
            boolean known = code == null || KINDS.contains(code);
            checks.findings().require(known, "/subject/kind", "kind-unknown", Map.of("allowed", KINDS));
            if (code == null || !known || record == null) {
                return null;
            }
            RecordKind found = RecordKind.parse(code);
            boolean may = directory.permits(AccessIntent.DISPOSE, found, record);
            return checks.findings().require(may, "/subject/id", "reference-unknown", Map.of("kind", code))
                    ? new VaultSubject(found, record)
                    : null;
        }
    }

    IdentityErasure check(Checks checks, RecordDirectory directory, UUID member) {
        SubjectBody whom = checks.required("/subject", subject);
        VaultSubject found = whom == null ? null : whom.check(checks, directory);
        String why = checks.code("disposal-ground", "/ground", checks.required("/ground", ground));
        checks.throwIfAny();
        return new IdentityErasure(sure(found), sure(why), member, null);
    }
}
