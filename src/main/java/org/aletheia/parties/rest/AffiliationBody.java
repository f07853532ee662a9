package org.aletheia.parties.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.LocalTextBody;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.PlaceBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.parties.Affiliation;
import org.aletheia.parties.PartyRef;
import org.aletheia.parties.Tenure;
import org.jspecify.annotations.Nullable;

/**
 * An affiliation as callers write it.
 *
 * @param relation code of {@code affiliation-relation}
 * @param subject a person, group, unit, organisation or State, as the relation allows
 * @param object the other party; absent where the relation is to a place
 * @param place of {@code site} and {@code area} only
 * @param basis code of {@code command-basis}; of {@code commands} and {@code controls} always
 * @param rank public; none of a protected person, which words could name
 * @param post public; none of a protected person
 */
record AffiliationBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String relation,
        @Nullable PartyRefBody subject,
        @Nullable PartyRefBody object,
        @Nullable PlaceBody place,
        @Nullable String basis,
        @Nullable List<LocalTextBody> rank,
        @Nullable List<LocalTextBody> post,
        @Nullable TenureBody period)
        implements ProtectionBody {
    private static final Set<RecordKind> PERSON = EnumSet.of(RecordKind.PERSON);
    private static final Set<RecordKind> ANY =
            EnumSet.of(RecordKind.PERSON, RecordKind.GROUP, RecordKind.UNIT, RecordKind.ORGANISATION, RecordKind.STATE);

    /** Who may be the subject; a relation that an operator added joins any two. */
    private static final Map<String, Set<RecordKind>> SUBJECTS = Map.of(
            "member",
            PERSON,
            Affiliation.COMMANDS,
            PERSON,
            Affiliation.PART_OF,
            Affiliation.BODIES,
            Affiliation.CONTROLS,
            Affiliation.BODIES,
            "site",
            Affiliation.BODIES,
            "area",
            Affiliation.BODIES);

    private static final Set<String> OF_BODIES =
            Set.of("member", Affiliation.COMMANDS, Affiliation.PART_OF, Affiliation.CONTROLS);
    private static final Set<String> WITH_BASIS = Set.of(Affiliation.COMMANDS, Affiliation.CONTROLS);

    Affiliation check(Checks checks) {
        String what = checks.code("affiliation-relation", "/relation", checks.required("/relation", relation));
        PartyRef who = subject(checks, what);
        PartyRef whom = object(checks, what);
        checks.findings().require(who == null || !who.equals(whom), "/object", "affiliation-self");
        Place where = place(checks, what);
        checks.findings().require(basis != null || what == null || !WITH_BASIS.contains(what), "/basis", "required");
        String on = checks.code("command-basis", "/basis", basis);
        withoutWords(checks, who != null && checks.holdsIdentity(who.kind(), who.id()));
        List<LocalText> ranked = checks.names("/rank", rank);
        List<LocalText> posted = checks.names("/post", post);
        Tenure time = period == null ? Tenure.UNKNOWN : period.check("/period", checks);
        checks.throwIfAny();
        return new Affiliation(sure(what), sure(who), whom, where, on, ranked, posted, time);
    }

    private @Nullable PartyRef subject(Checks checks, @Nullable String what) {
        PartyRefBody given = checks.required("/subject", subject);
        Set<RecordKind> kinds = what == null ? ANY : SUBJECTS.getOrDefault(what, ANY);
        return given == null ? null : given.check("/subject", checks, kinds);
    }

    private @Nullable PartyRef object(Checks checks, @Nullable String what) {
        if (what != null && Affiliation.TO_A_PLACE.contains(what)) {
            checks.findings().require(object == null, "/object", "place-only");
            return null;
        }
        PartyRefBody given = checks.required("/object", object);
        Set<RecordKind> kinds = what != null && OF_BODIES.contains(what) ? Affiliation.BODIES : ANY;
        return given == null ? null : given.check("/object", checks, kinds);
    }

    private @Nullable Place place(Checks checks, @Nullable String what) {
        boolean there = what != null && Affiliation.TO_A_PLACE.contains(what);
        checks.findings().require(!there || place != null, "/place", "required");
        checks.findings().require(there || what == null || place == null, "/place", "party-only");
        return place == null ? null : place.check("/place", checks);
    }

    private void withoutWords(Checks checks, boolean guarded) {
        checks.findings().require(!guarded || none(rank), "/rank", "protected-name");
        checks.findings().require(!guarded || none(post), "/post", "protected-name");
    }

    private static boolean none(@Nullable List<?> values) {
        return values == null || values.isEmpty();
    }
}
