package org.aletheia.parties.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.PartyRef;
import org.jspecify.annotations.Nullable;

/** A record that another names, as callers write it. */
record PartyRefBody(@Nullable String kind, @Nullable String id) {
    /** The record, of one of these kinds and readable for the caller; null where something was found. */
    @Nullable
    PartyRef check(String at, Checks checks, Set<RecordKind> kinds) {
        RecordKind known = kind(at, checks, kinds);
        String given = checks.required(at + "/id", id);
        UUID record = known == null ? null : checks.reference(known, at + "/id", given);
        return known == null || record == null ? null : new PartyRef(known, record);
    }

    /** The kind, one of these; null where something was found. */
    @Nullable
    RecordKind kind(String at, Checks checks, Set<RecordKind> kinds) {
        String code = checks.required(at + "/kind", kind);
        RecordKind known = kinds.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
        List<String> allowed = kinds.stream().map(RecordKind::code).sorted().toList();
        checks.findings()
                .require(code == null || known != null, at + "/kind", "kind-unknown", Map.of("allowed", allowed));
        return known;
    }
}
