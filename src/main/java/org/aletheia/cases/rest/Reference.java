package org.aletheia.cases.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/** A record of one of several kinds that the caller may read. */
record Reference(RecordKind kind, UUID id) {
    static @Nullable Reference check(
            String at, @Nullable String kind, @Nullable String id, List<RecordKind> kinds, Checks checks) {
        String code = checks.required(at + "/kind", kind);
        String given = checks.required(at + "/id", id);
        RecordKind known = kinds.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
        List<String> allowed = kinds.stream().map(RecordKind::code).toList();
        checks.findings()
                .require(code == null || known != null, at + "/kind", "kind-unknown", Map.of("allowed", allowed));
        UUID record = known == null ? null : checks.reference(known, at + "/id", given);
        return known == null || record == null ? null : new Reference(known, record);
    }
}
