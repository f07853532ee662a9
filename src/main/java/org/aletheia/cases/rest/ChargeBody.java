package org.aletheia.cases.rest;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.Charge;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.evidence.record.ListedCodeBody;
import org.aletheia.kernel.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A charge as callers write it.
 *
 * @param id of a charge that is there already; absent for a new one
 * @param alleged perpetrator
 * @param crime code of a framework
 * @param liability codes of {@code icc-liability}
 * @param acts ids of acts
 * @param incidents ids of incidents
 */
record ChargeBody(
        @Nullable String id,
        @Nullable AllegedBody alleged,
        @Nullable ListedCodeBody crime,
        @Nullable List<String> liability,
        @Nullable List<String> acts,
        @Nullable List<String> incidents) {
    /** @param kind person, group, unit, organisation or state */
    record AllegedBody(@Nullable String kind, @Nullable String id) {
        private static final List<RecordKind> KINDS = List.of(
                RecordKind.PERSON, RecordKind.GROUP, RecordKind.UNIT, RecordKind.ORGANISATION, RecordKind.STATE);

        Charge.@Nullable Alleged check(String at, Checks checks) {
            Reference who = Reference.check(at, kind, id, KINDS, checks);
            return who == null ? null : new Charge.Alleged(who.kind(), who.id());
        }
    }

    @Nullable
    Charge check(String at, Checks checks, List<Charge> earlier) {
        UUID charge = id == null ? Ids.random() : checks.id(at + "/id", id);
        boolean known = id == null
                || charge == null
                || earlier.stream().anyMatch(each -> each.id().equals(charge));
        checks.findings().require(known, at + "/id", "charge-unknown");
        AllegedBody given = checks.required(at + "/alleged", alleged);
        Charge.Alleged who = given == null ? null : given.check(at + "/alleged", checks);
        ListedCode what =
                checks.listedCode(checks.legalFrameworks(), at + "/crime", checks.required(at + "/crime", crime));
        List<String> modes = checks.codes("icc-liability", at + "/liability", liability);
        List<UUID> done = checks.references(RecordKind.ACT, at + "/acts", acts);
        List<UUID> within = checks.references(RecordKind.INCIDENT, at + "/incidents", incidents);
        return charge == null || who == null || what == null
                ? null
                : new Charge(charge, who, what, modes, done, within);
    }
}
