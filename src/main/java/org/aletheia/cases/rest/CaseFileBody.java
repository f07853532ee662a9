package org.aletheia.cases.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseFile;
import org.aletheia.cases.CaseFiles;
import org.aletheia.cases.Charge;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A case file as callers write it.
 *
 * @param title short and neutral; never the name of a person
 * @param language BCP 47, of title and scope
 * @param members ids of members of the caller's organisation, the caller among them; absent at first: the caller alone
 * @param material ids of items
 * @param witnesses persons or victims, or somebody in one capacity
 */
record CaseFileBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String title,
        @Nullable String language,
        @Nullable String scope,
        @Nullable List<String> members,
        @Nullable List<ChargeBody> charges,
        @Nullable List<String> material,
        @Nullable List<WitnessBody> witnesses)
        implements ProtectionBody {
    private static final int MAX_TITLE = 200;
    private static final int MAX_SCOPE = 4000;

    /**
     * Somebody who may be called.
     *
     * @param kind person, victim or capacity
     * @param availability code of {@code witness-availability}
     * @param measures codes of {@code protection-measure}
     */
    record WitnessBody(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String availability,
            @Nullable List<String> measures) {
        private static final List<RecordKind> KINDS =
                List.of(RecordKind.PERSON, RecordKind.VICTIM, RecordKind.CAPACITY);

        CaseFile.@Nullable Witness check(String at, Checks checks) {
            Reference who = Reference.check(at, kind, id, KINDS, checks);
            String comes = checks.code("witness-availability", at + "/availability", availability);
            List<String> safe = checks.codes("protection-measure", at + "/measures", measures);
            return who == null ? null : new CaseFile.Witness(who.kind(), who.id(), comes, safe);
        }
    }

    CaseFile create(Checks checks, CaseFiles files) {
        return check(checks, files, List.of(files.caller()), List.of());
    }

    CaseFile revise(Checks checks, CaseFile before, CaseFiles files) {
        return check(checks, files, before.members(), before.charges());
    }

    /** Charges that the body leaves out. */
    List<UUID> removed(CaseFile before) {
        Set<String> kept = charges == null
                ? Set.of()
                : charges.stream()
                        .filter(Objects::nonNull)
                        .map(ChargeBody::id)
                        .filter(Objects::nonNull)
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return before.charges().stream()
                .map(Charge::id)
                .filter(id -> !kept.contains(id.toString()))
                .toList();
    }

    private CaseFile check(Checks checks, CaseFiles files, List<UUID> otherwise, List<Charge> earlier) {
        String named = checks.text("/title", checks.required("/title", title), MAX_TITLE);
        LanguageTag written = checks.language("/language", checks.required("/language", language));
        String about = checks.text("/scope", scope, MAX_SCOPE);
        List<UUID> team = members == null ? otherwise : members(checks, members, files);
        List<Charge> charged = checks.each("/charges", charges, (at, given) -> given.check(at, checks, earlier));
        List<UUID> items = checks.references(RecordKind.ITEM, "/material", material);
        List<CaseFile.Witness> called = checks.each("/witnesses", witnesses, (at, given) -> given.check(at, checks));
        checks.throwIfAny();
        return new CaseFile(sure(named), sure(written), about, team, charged, items, called);
    }

    /** Nobody leaves a case by their own word: then nobody might be left to answer for it. */
    private static List<UUID> members(Checks checks, List<String> given, CaseFiles files) {
        List<UUID> named = checks.each("/members", given, (at, value) -> {
            UUID id = checks.id(at, value);
            boolean known = id == null || files.isColleague(id);
            return checks.findings().require(known, at, "member-unknown") ? id : null;
        });
        checks.findings().require(named.contains(files.caller()), "/members", "member-self");
        return named;
    }
}
