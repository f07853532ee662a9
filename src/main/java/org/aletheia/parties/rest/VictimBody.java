package org.aletheia.parties.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.parties.Victim;
import org.jspecify.annotations.Nullable;

/**
 * A victim as callers write it. There is no place for a name: {@code PUT /api/v1/victims/{id}/identity} takes it into the
 * vault.
 *
 * @param type code of {@code victim-type}
 * @param harmed code of {@code victim-harmed}
 * @param sex code of {@code sex}
 * @param gender code of {@code gender}
 * @param ageBand code of {@code age-band}
 * @param ageBasis code of {@code age-basis}; with every age band
 * @param characteristics codes of {@code victim-characteristic}
 * @param bases one for each of sex, gender and characteristics that is given
 * @param majorityOn of a child: month or year of coming of age
 * @param askedAnew of a child come of age: whether they have been asked anew
 * @param assent of a child, code of {@code child-assent}
 * @param guardianPermission of a child, code of {@code guardian-permission}
 * @param guardianConflict of a child: whether the guardian's interests conflict with its own
 */
record VictimBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String type,
        @Nullable String harmed,
        @Nullable String sex,
        @Nullable String gender,
        @Nullable String ageBand,
        @Nullable String ageBasis,
        @Nullable List<String> characteristics,
        @Nullable List<BasisBody> bases,
        @Nullable String majorityOn,
        @Nullable Boolean askedAnew,
        @Nullable String assent,
        @Nullable String guardianPermission,
        @Nullable Boolean guardianConflict)
        implements ProtectionBody {
    private static final String COLLECTIVE = "collective";
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}(?:-[0-9]{2})?");

    /**
     * Who stated a characteristic.
     *
     * @param of {@code sex}, {@code gender}, or one of the characteristics
     * @param by code of {@code statement-basis}
     */
    record BasisBody(@Nullable String of, @Nullable String by) {
        Victim.@Nullable Basis check(String at, Checks checks, Set<String> given) {
            String what = checks.required(at + "/of", of);
            String who = checks.code("statement-basis", at + "/by", checks.required(at + "/by", by));
            boolean known =
                    checks.findings().require(what == null || given.contains(what), at + "/of", "basis-of-nothing");
            return what == null || who == null || !known ? null : new Victim.Basis(what, who);
        }
    }

    Victim check(Checks checks, String pseudonym) {
        String which = checks.code("victim-type", "/type", checks.required("/type", type));
        String how = checks.code("victim-harmed", "/harmed", harmed);
        String born = checks.code("sex", "/sex", sex);
        String self = checks.code("gender", "/gender", gender);
        String age = checks.code("age-band", "/ageBand", ageBand);
        checks.findings().require(ageBand == null || ageBasis != null, "/ageBasis", "required");
        checks.findings().require(ageBand != null || ageBasis == null, "/ageBasis", "basis-of-nothing");
        String ageKnown = checks.code("age-basis", "/ageBasis", ageBasis);
        List<String> more = checks.codes("victim-characteristic", "/characteristics", characteristics);
        List<Victim.Basis> stated = stated(checks);
        String assented = checks.code("child-assent", "/assent", assent);
        String permitted = checks.code("guardian-permission", "/guardianPermission", guardianPermission);
        oneHuman(checks);
        aChild(checks);
        checks.throwIfAny();
        return new Victim(
                pseudonym,
                sure(which),
                how,
                born,
                self,
                age,
                ageKnown,
                more,
                stated,
                majorityOn,
                askedAnew,
                assented,
                permitted,
                guardianConflict);
    }

    /** Each characteristic with who stated it, and nothing else. */
    private List<Victim.Basis> stated(Checks checks) {
        List<String> marks = characteristics == null ? List.of() : characteristics;
        Set<String> given = marks.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        List<String> named = new ArrayList<>();
        if (sex != null) {
            given.add("sex");
        }
        if (gender != null) {
            given.add("gender");
        }
        List<BasisBody> all = bases == null ? List.of() : bases;
        all.stream()
                .filter(Objects::nonNull)
                .map(BasisBody::of)
                .filter(Objects::nonNull)
                .forEach(named::add);
        checks.findings().require(sex == null || named.contains("sex"), "/sex", "basis-required");
        checks.findings().require(gender == null || named.contains("gender"), "/gender", "basis-required");
        for (int i = 0; i < marks.size(); i++) {
            checks.findings().require(named.contains(marks.get(i)), "/characteristics/" + i, "basis-required");
        }
        return checks.each("/bases", bases, (at, basis) -> basis.check(at, checks, given));
    }

    private void oneHuman(Checks checks) {
        if (COLLECTIVE.equals(type)) {
            checks.findings().require(sex == null, "/sex", "individual-only");
            checks.findings().require(gender == null, "/gender", "individual-only");
            checks.findings().require(ageBand == null, "/ageBand", "individual-only");
        }
    }

    private void aChild(Checks checks) {
        boolean child = Victim.childhood(ageBand);
        checks.findings().require(child || majorityOn == null, "/majorityOn", "child-only");
        checks.findings().require(child || askedAnew == null, "/askedAnew", "child-only");
        checks.findings().require(child || assent == null, "/assent", "child-only");
        checks.findings().require(child || guardianPermission == null, "/guardianPermission", "child-only");
        checks.findings().require(child || guardianConflict == null, "/guardianConflict", "child-only");
        boolean coarse = majorityOn == null || MONTH.matcher(majorityOn).matches();
        if (checks.findings().require(coarse, "/majorityOn", "month-at-finest")) {
            checks.date("/majorityOn", majorityOn);
        }
    }
}
