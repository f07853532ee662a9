package org.aletheia.incidents.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.ChildAllegation;
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
        @Nullable String ageBasis)
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

    Involvement check(Checks checks, UUID act, UUID member) {
        Involvement said = read(checks, act, member);
        checks.throwIfAny();
        return said;
    }

    /** The involvement, incomplete where something was found. */
    Involvement read(Checks checks, UUID act, UUID member) {
        checks.findings().require(party != null || perpetratorType != null, "/party", "party-or-type");
        Party who = party == null ? null : party.check(checks);
        String what = checks.code("huridocs-mt-24", "/perpetratorType", perpetratorType);
        String how = checks.code("huridocs-mt-18", "/degree", degree);
        List<String> modes = checks.codes("icc-liability", "/liability", liability);
        List<Attribution> states = checks.each("/attributions", attributions, (at, given) -> given.check(at, checks));
        return new Involvement(act, who, what, how, modes, states, child(checks, who, member));
    }

    /** An age that is no child's is not kept: nothing follows from it. */
    private @Nullable ChildAllegation child(Checks checks, @Nullable Party who, UUID member) {
        String age = checks.code("age-band", "/ageBand", ageBand);
        String basis = checks.code("age-basis", "/ageBasis", ageBasis);
        boolean ofPerson = who == null || who.kind() == RecordKind.PERSON;
        checks.findings().require(ageBand == null || ofPerson, "/ageBand", "age-not-of-person");
        checks.findings().require(ageBand == null || ageBasis != null, "/ageBasis", "required");
        checks.findings().require(ageBasis == null || ageBand != null, "/ageBand", "required");
        return age != null && basis != null && ChildAllegation.childhood(age)
                ? new ChildAllegation(age, basis, member, null)
                : null;
    }
}
