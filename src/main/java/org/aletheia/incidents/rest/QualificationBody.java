package org.aletheia.incidents.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.evidence.record.ListedCodeBody;
import org.aletheia.incidents.Qualification;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Qualification} as callers write it; without a version the current edition is meant.
 *
 * @param list the framework: {@code icc-crime}
 * @param date EDTF, when somebody qualified it so
 * @param boundFrom EDTF, when the norm began to bind the actor
 * @param conflict required for a war crime
 */
record QualificationBody(
        @Nullable String list,
        @Nullable String code,
        @Nullable String version,
        @Nullable String date,
        @Nullable String boundFrom,
        @Nullable ConflictBody conflict) {
    /**
     * The classification of the conflict, and whose it is.
     *
     * @param classification code of {@code conflict-classification}
     * @param authority code of {@code conflict-authority}
     * @param reference where it is published; this or an item
     * @param item id of an item that shows it
     */
    record ConflictBody(
            @Nullable String classification,
            @Nullable String authority,
            @Nullable String reference,
            @Nullable String item) {
        private static final int MAX_REFERENCE = 300;

        Qualification.@Nullable Conflict check(String at, Checks checks) {
            String which = checks.code(
                    "conflict-classification",
                    at + "/classification",
                    checks.required(at + "/classification", classification));
            String whose =
                    checks.code("conflict-authority", at + "/authority", checks.required(at + "/authority", authority));
            String where = checks.text(at + "/reference", reference, MAX_REFERENCE);
            UUID shown = checks.reference(RecordKind.ITEM, at + "/item", item);
            checks.findings().require(reference != null || item != null, at, "conflict-source-required");
            return which == null || whose == null ? null : new Qualification.Conflict(which, whose, where, shown);
        }
    }

    /**
     * @param done when the act was done; null where only its incident says so. A norm that its list has out of force on every
     *     day that this can mean is refused
     * @param latest when the act ended at the latest; empty where nobody can say
     */
    @Nullable
    Qualification check(String at, Checks checks, @Nullable UncertainDate done, Optional<Instant> latest) {
        ListedCode law =
                checks.listedCode(checks.legalFrameworks(), at, new ListedCodeBody(list, code, version, date), done);
        UncertainDate bound = checks.date(at + "/boundFrom", boundFrom);
        Findings findings = checks.findings();
        findings.require(!bindsAfter(bound, latest), at + "/boundFrom", "norm-not-yet-binding");
        Qualification.Conflict during = conflict == null ? null : conflict.check(at + "/conflict", checks);
        boolean needed = law != null && Qualification.isWarCrime(law.list(), law.code());
        findings.require(!needed || conflict != null, at + "/conflict", "conflict-required");
        return law == null ? null : new Qualification(law.list(), law.code(), law.version(), law.date(), bound, during);
    }

    private static boolean bindsAfter(@Nullable UncertainDate bound, Optional<Instant> latest) {
        return bound != null
                && latest.isPresent()
                && bound.earliest().filter(first -> first.isAfter(latest.get())).isPresent();
    }
}
