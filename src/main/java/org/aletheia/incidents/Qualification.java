package org.aletheia.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * How law may call an act, under one framework; others stand beside it.
 *
 * @param list the framework, a code list
 * @param version edition of the list
 * @param date when somebody qualified it so, where that is known
 * @param boundFrom when the norm began to bind the actor; null while nobody has said, which is a gap and no fault
 * @param conflict what kind of conflict there was; null where the code needs none
 */
public record Qualification(
        String list,
        String code,
        String version,
        @Nullable UncertainDate date,
        @Nullable UncertainDate boundFrom,
        @Nullable Conflict conflict) {
    private static final String STATUTE = "icc-crime";
    private static final Set<String> INTERNATIONAL = Set.of("international", "occupation");
    private static final String NON_INTERNATIONAL = "non-international";
    private static final String UNDETERMINED = "undetermined";

    /**
     * The classification of a conflict, and who made it.
     *
     * @param classification code of {@code conflict-classification}
     * @param authority whose classification it is, code of {@code conflict-authority}
     * @param reference where it is published, in words
     * @param item the item that shows it
     */
    public record Conflict(
            String classification,
            String authority,
            @Nullable String reference,
            @Nullable UUID item) {}

    /** Whether the code is that of a war crime, Article 8 of the Rome Statute. */
    public static boolean isWarCrime(String list, String code) {
        return list.equals(STATUTE) && (code.equals("RS-8") || code.startsWith("RS-8("));
    }

    /** What a lawyer still has to say or to look at; codes, by member. None of it keeps a fact from being recorded. */
    List<Gap> gaps(String pointer) {
        List<Gap> gaps = new ArrayList<>();
        if (boundFrom == null) {
            gaps.add(new Gap(pointer + "/boundFrom", "norm-date-missing"));
        }
        if (conflict == null && isWarCrime(list, code)) {
            gaps.add(new Gap(pointer + "/conflict", "conflict-missing"));
        }
        if (conflict != null && !fits(conflict.classification())) {
            gaps.add(new Gap(pointer + "/conflict/classification", "conflict-differs-from-article"));
        }
        return gaps;
    }

    /** Whether the article is written for such a conflict; one that is not determined contradicts none. */
    private boolean fits(String classification) {
        if (!list.equals(STATUTE) || classification.equals(UNDETERMINED)) {
            return true;
        }
        if (code.startsWith("RS-8(2)(a)") || code.startsWith("RS-8(2)(b)")) {
            return INTERNATIONAL.contains(classification);
        }
        return !code.startsWith("RS-8(2)(c)") && !code.startsWith("RS-8(2)(e)")
                || classification.equals(NON_INTERNATIONAL);
    }

    /**
     * Something that is missing from a record, or to be looked at.
     *
     * @param pointer RFC 6901, to the member
     */
    public record Gap(String pointer, String code) {}
}
