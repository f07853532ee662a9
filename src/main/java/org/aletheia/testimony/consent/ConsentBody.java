package org.aletheia.testimony.consent;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.handling.ReferenceNumber;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.Agent;
import org.aletheia.testimony.AgentBody;
import org.aletheia.testimony.CoarsePlaceBody;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.PersonRefBody;
import org.aletheia.testimony.consent.Consent.Condition;
import org.aletheia.testimony.consent.Consent.Giver;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Consent} as callers write it, without state and withdrawals.
 *
 * @param subject a victim, a person whose identity is protected, or somebody in one capacity
 * @param records statements, items and claims of the caller's organisation
 * @param recorded code of {@code consent-form}
 * @param witness who was there; required where it was only said
 * @param date EDTF
 * @param language BCP 47
 * @param informed codes of {@code consent-informed}
 * @param capacity code of {@code capacity-assessment}
 * @param occasion code of {@code consent-occasion}
 * @param formVersion number of the form
 * @param renews id of the withdrawn consent in whose place this one is
 */
public record ConsentBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable PersonRefBody subject,
        ConsentParts.@Nullable GiverBody givenBy,
        @Nullable List<ConsentParts.GivenRecordBody> records,
        @Nullable String recorded,
        @Nullable AgentBody witness,
        @Nullable String date,
        @Nullable CoarsePlaceBody place,
        @Nullable String language,
        @Nullable AgentBody interpreter,
        @Nullable List<String> informed,
        @Nullable String capacity,
        @Nullable String occasion,
        @Nullable String formVersion,
        @Nullable List<ConsentParts.ConditionBody> conditions,
        @Nullable List<ConsentParts.ScopeBody> scopes,
        @Nullable String renews)
        implements ProtectionBody {
    private static final String NOT_HANDED_IN = "not-handed-in";

    /**
     * As it is to stand.
     *
     * @param before the revision before; null for a new one
     * @param renewed the withdrawn consent in whose place a new one is; null where there is none
     */
    Consent check(Checks checks, ConsentChecks consents, @Nullable Consent before, @Nullable Consent renewed) {
        PersonRef who = consents.subject("/subject", checks.required("/subject", subject), checks);
        Giver giver = ConsentParts.giver("/givenBy", checks.required("/givenBy", givenBy), checks, consents);
        List<RecordName> given = consents.records("/records", records, who, before == null ? renewed : before, checks);
        return said(checks, consents, who, giver, given, before);
    }

    /**
     * As it is to stand where it is handed in with a statement, which alone it names. Adds {@code not-handed-in} for what that says,
     * and for a consent in the place of another.
     */
    Consent handedIn(Checks checks, ConsentChecks consents, PersonRef who, RecordName statement) {
        checks.findings().require(classification == null, "/classification", NOT_HANDED_IN);
        checks.findings().require(compartments == null, "/compartments", NOT_HANDED_IN);
        checks.findings().require(subject == null, "/subject", NOT_HANDED_IN);
        checks.findings().require(records == null, "/records", NOT_HANDED_IN);
        checks.findings().require(renews == null, "/renews", NOT_HANDED_IN);
        Giver giver = ConsentParts.giver("/givenBy", checks.required("/givenBy", givenBy), checks, consents);
        return said(checks, consents, who, giver, List.of(statement), null);
    }

    private Consent said(
            Checks checks,
            ConsentChecks consents,
            @Nullable PersonRef who,
            @Nullable Giver giver,
            List<RecordName> given,
            @Nullable Consent before) {
        String form = checks.code("consent-form", "/recorded", checks.required("/recorded", recorded));
        Agent present = consents.agent("/witness", witness, checks);
        checks.findings()
                .require(
                        form == null || witness != null || !consents.scopes().says("consent-form", form, "witness"),
                        "/witness",
                        "required");
        UncertainDate on = checks.date("/date", checks.required("/date", date));
        Place where = place == null ? null : place.check("/place", checks);
        LanguageTag spoken = checks.language("/language", checks.required("/language", language));
        Agent by = consents.agent("/interpreter", interpreter, checks);
        List<String> told = checks.codes("consent-informed", "/informed", informed);
        String able = checks.code("capacity-assessment", "/capacity", checks.required("/capacity", capacity));
        String when = checks.code("consent-occasion", "/occasion", checks.required("/occasion", occasion));
        String number = formVersion == null
                ? null
                : checks.findings().parse("/formVersion", () -> ReferenceNumber.check(formVersion));
        List<Condition> limits = checks.each("/conditions", conditions, (at, each) -> each.check(at, checks, consents));
        checks.findings().require(scopes != null && !scopes.isEmpty(), "/scopes", "required");
        Set<String> only = consents.unbundled(when, given);
        Set<ScopeName> asked = new HashSet<>();
        List<ScopeAnswer> answers = checks.each(
                "/scopes",
                scopes,
                (at, each) -> consents.answer(at, each.check(at, date, checks, consents), asked, only, checks));
        consents.informed(giver, able, told, answers, checks);
        if (before != null) {
            consents.fixed(before, who, answers, checks);
        }
        checks.throwIfAny();
        return new Consent(
                sure(who),
                before == null ? Consent.GIVEN : state(before, sure(on), limits, answers),
                sure(giver),
                given,
                sure(form),
                present,
                sure(on),
                where,
                sure(spoken),
                by,
                told,
                sure(able),
                sure(when),
                number,
                limits,
                answers,
                before == null ? List.of() : before.withdrawals(),
                before == null ? renewedId() : before.renews());
    }

    private static String state(
            Consent before, UncertainDate on, List<Condition> conditions, List<ScopeAnswer> scopes) {
        boolean same =
                on.equals(before.date()) && conditions.equals(before.conditions()) && scopes.equals(before.scopes());
        return same ? before.state() : Consent.REFRESHED;
    }

    /** The consent that it names; for a new one. */
    @Nullable
    UUID renewedId() {
        return renews == null ? null : UUID.fromString(renews);
    }
}
