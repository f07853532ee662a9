package org.aletheia.parties;

import java.util.List;
import java.util.Set;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who suffered harm, under a pseudonym. Nothing here can hold a name or words about the person; the identity
 * vault does. The status of a victim depends on no perpetrator being known. How one is related to a direct victim is a
 * {@link PersonLink}, which has an audience of its own.
 *
 * @param pseudonym given by the server, for ever
 * @param type code of {@code victim-type}
 * @param harmed code of {@code victim-harmed}: directly, or through what was done to another
 * @param sex code of {@code sex}
 * @param gender code of {@code gender}; what the person says in own words stands in the vault only
 * @param ageBand at the time, code of {@code age-band}
 * @param ageBasis how that is known, code of {@code age-basis}
 * @param characteristics codes of {@code victim-characteristic}
 * @param bases who stated each of sex, gender and characteristics: none is ever inferred
 * @param majorityOn of a child, the month or year of coming of age, {@code 2031-05}; no day, which would be a birthday
 * @param askedAnew whether, come of age, the person has been asked anew
 * @param assent of the child, code of {@code child-assent}
 * @param guardianPermission apart from it, code of {@code guardian-permission}
 * @param guardianConflict whether the guardian's interests conflict with the child's
 */
public record Victim(
        String pseudonym,
        String type,
        @Nullable String harmed,
        @Nullable String sex,
        @Nullable String gender,
        @Nullable String ageBand,
        @Nullable String ageBasis,
        List<String> characteristics,
        List<Basis> bases,
        @Nullable String majorityOn,
        @Nullable Boolean askedAnew,
        @Nullable String assent,
        @Nullable String guardianPermission,
        @Nullable Boolean guardianConflict)
        implements RecordContent {
    private static final Set<String> CHILD = Set.of("child", "under-15", "15-17");

    /**
     * Who stated a characteristic.
     *
     * @param of {@code sex}, {@code gender}, or one of the characteristics
     * @param by code of {@code statement-basis}
     */
    public record Basis(String of, String by) {}

    public Victim {
        characteristics = List.copyOf(characteristics);
        bases = List.copyOf(bases);
    }

    /** One human of whom nothing else is known yet. */
    static Victim unknown() {
        return new Victim(
                newPseudonym(),
                "individual",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** A pseudonym for a new victim. */
    public static String newPseudonym() {
        return Pseudonyms.next("V");
    }

    /** Whether a code of {@code age-band} is that of a child. */
    public static boolean childhood(@Nullable String ageBand) {
        return ageBand != null && CHILD.contains(ageBand);
    }

    /** Every victim is. */
    @Override
    public boolean pseudonymous() {
        return true;
    }

    @Override
    public void describe(Projection.Builder search) {
        search.identifiers(List.of(pseudonym))
                .codes(new SearchCodes()
                        .add("victim-type", type)
                        .add("victim-characteristic", characteristics)
                        .list());
    }
}
