package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.Adulthood;
import org.aletheia.incidents.ChildAllegation;
import org.aletheia.incidents.DerivedChildhood;
import org.aletheia.incidents.Involvement;
import org.aletheia.incidents.Involvement.Attribution;
import org.aletheia.incidents.Involvement.Party;
import org.jspecify.annotations.Nullable;

/**
 * An alleged involvement as callers write it: a party, or at least the type of alleged perpetrator.
 *
 * @param party whose involvement is alleged
 * @param perpetratorType code of {@code huridocs-mt-24}
 * @param degree code of {@code huridocs-mt-18}
 * @param liability codes of {@code icc-liability}
 * @param attributions on which basis the act may be a State's
 * @param ageBand of a person, at the time: code of {@code age-band}; a child's needs a supervisor
 * @param ageBasis how that is known, code of {@code age-basis}
 * @param ageSource id of the item that shows that the person was of age; with this alone an age that is no child's is kept
 */
record InvolvementBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable PartyBody party,
        @Nullable String perpetratorType,
        @Nullable String degree,
        @Nullable List<String> liability,
        @Nullable List<AttributionBody> attributions,
        @Nullable String ageBand,
        @Nullable String ageBasis,
        @Nullable String ageSource)
        implements ProtectionBody {

    /** @param kind person, group, unit, organisation or state */
    record PartyBody(@Nullable String kind, @Nullable String id) {
        private static final Set<RecordKind> KINDS = EnumSet.of(
                RecordKind.PERSON, RecordKind.GROUP, RecordKind.UNIT, RecordKind.ORGANISATION, RecordKind.STATE);

        @Nullable
        Party check(Checks checks) {
            String code = checks.required("/party/kind", kind);
            String given = checks.required("/party/id", id);
            RecordKind known = KINDS.stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElse(null);
            List<String> allowed = KINDS.stream().map(RecordKind::code).toList();
            checks.findings()
                    .require(code == null || known != null, "/party/kind", "kind-unknown", Map.of("allowed", allowed));
            UUID record = known == null ? null : checks.reference(known, "/party/id", given);
            return known == null || record == null ? null : new Party(known, record);
        }
    }

    /** @param basis code of {@code arsiwa}, {@code ARS-4} to {@code ARS-11} */
    record AttributionBody(@Nullable String state, @Nullable String basis) {
        /** Articles 4 to 11; the list holds the consequences of a breach too. */
        private static final Pattern ATTRIBUTION = Pattern.compile("ARS-(?:[4-9]|1[01])");

        @Nullable
        Attribution check(String at, Checks checks) {
            UUID record = checks.reference(RecordKind.STATE, at + "/state", checks.required(at + "/state", state));
            String ground = checks.code("arsiwa", at + "/basis", checks.required(at + "/basis", basis));
            boolean attributes = ground == null || ATTRIBUTION.matcher(ground).matches();
            checks.findings().require(attributes, at + "/basis", "basis-not-of-attribution");
            return record == null || ground == null ? null : new Attribution(record, ground);
        }
    }

    Involvement check(Checks checks, Involvement before, UUID member) {
        Involvement said = read(checks, before.act(), member, before.derived().changes());
        checks.throwIfAny();
        return said;
    }

    /**
     * The involvement, incomplete where something was found.
     *
     * @param changes of the dates from which a childhood is derived, that whoever writes this knows
     */
    Involvement read(Checks checks, UUID act, UUID member, int changes) {
        checks.findings().require(party != null || perpetratorType != null, "/party", "party-or-type");
        Party who = party == null ? null : party.check(checks);
        String what = checks.code("huridocs-mt-24", "/perpetratorType", perpetratorType);
        String how = checks.code("huridocs-mt-18", "/degree", degree);
        List<String> modes = checks.codes("icc-liability", "/liability", liability);
        List<Attribution> states = checks.each("/attributions", attributions, (at, given) -> given.check(at, checks));
        String age = checks.code("age-band", "/ageBand", ageBand);
        String basis = checks.code("age-basis", "/ageBasis", ageBasis);
        UUID shown = checks.reference(RecordKind.ITEM, "/ageSource", ageSource);
        ofPerson(checks, who);
        boolean child = age != null && basis != null && ChildAllegation.childhood(age);
        boolean adult = age != null && basis != null && shown != null && ChildAllegation.adulthood(age);
        return new Involvement(
                act,
                who,
                what,
                how,
                modes,
                states,
                child ? new ChildAllegation(sure(age), sure(basis), member) : null,
                adult ? new Adulthood(sure(age), sure(basis), sure(shown), changes) : null,
                null,
                DerivedChildhood.NONE);
    }

    /** Nothing follows from an age that is no child's, unless an item shows it; it is not kept then. */
    private void ofPerson(Checks checks, @Nullable Party who) {
        boolean ofPerson = who == null || who.kind() == RecordKind.PERSON;
        checks.findings().require(ageBand == null || ofPerson, "/ageBand", "age-not-of-person");
        checks.findings().require(ageBand == null || ageBasis != null, "/ageBasis", "required");
        checks.findings().require(ageBasis == null || ageBand != null, "/ageBand", "required");
        boolean shows = ageSource == null || ageBand != null && ChildAllegation.adulthood(ageBand);
        checks.findings().require(shows, "/ageSource", "age-not-of-adult");
    }
}
