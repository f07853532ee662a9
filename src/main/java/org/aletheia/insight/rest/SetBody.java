package org.aletheia.insight.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.RecordSearch;
import org.aletheia.insight.RecordSet;
import org.aletheia.insight.RecordSets;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * A set of records as callers write it; one of the members, or several.
 *
 * @param records at most {@link RecordSets#MOST}
 * @param incident id of an incident that is taken in with its acts
 * @param caseFile id of a case of which the incidents and acts charged and the items are taken in
 * @param search of which what the caller finds is taken in
 */
record SetBody(
        @Nullable List<Ref> records,
        @Nullable String incident,
        @Nullable String caseFile,
        RecordSearch.@Nullable Asked search) {
    /** A record. */
    record Ref(@Nullable String kind, @Nullable String id) {}

    RecordSet check(RecordSets sets, Set<RecordKind> kinds) {
        Findings findings = new Findings();
        boolean given = records != null || incident != null || caseFile != null || search != null;
        findings.require(given, "", "set-empty");
        UUID whole = id(findings, "/incident", incident);
        UUID file = id(findings, "/caseFile", caseFile);
        List<RecordName> names = new ArrayList<>();
        List<Ref> refs = records == null ? List.of() : records;
        if (findings.require(refs.size() <= RecordSets.MOST, "/records", "too-many", Map.of("max", RecordSets.MOST))) {
            for (int i = 0; i < refs.size(); i++) {
                RecordName name = name(findings, "/records/" + i, refs.get(i), kinds);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        findings.throwIfAny();
        return sets.of(names, whole, file, search, findings);
    }

    private static @Nullable RecordName name(Findings findings, String at, @Nullable Ref given, Set<RecordKind> kinds) {
        if (!findings.require(given != null, at, "required") || given == null) {
            return null;
        }
        RecordKind kind = kind(findings, at + "/kind", given.kind(), kinds);
        findings.require(given.id() != null, at + "/id", "required");
        UUID id = id(findings, at + "/id", given.id());
        return kind == null || id == null ? null : new RecordName(kind, id);
    }

    private static @Nullable UUID id(Findings findings, String pointer, @Nullable String given) {
        return given == null ? null : findings.parse(pointer, () -> Ids.parse(given));
    }

    static @Nullable RecordKind kind(Findings findings, String pointer, @Nullable String given, Set<RecordKind> kinds) {
        if (!findings.require(given != null, pointer, "required")) {
            return null;
        }
        RecordKind known = kinds.stream()
                .filter(each -> each.code().equals(given))
                .findFirst()
                .orElse(null);
        List<String> allowed = kinds.stream().map(RecordKind::code).sorted().toList();
        findings.require(known != null, pointer, "kind-unknown", Map.of("allowed", allowed));
        return known;
    }
}
