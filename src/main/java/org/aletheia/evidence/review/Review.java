package org.aletheia.evidence.review;

import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * One step in the review of a record. It is never changed: another step follows it.
 *
 * @param subjectKind kind of the record
 * @param subject the record
 * @param subjectRevision the revision that was looked at; what is written later is not reviewed by it
 * @param state code of {@code review-state}
 * @param reasons in words; names no protected person
 * @param conflictOfInterest code of {@code conflict-of-interest}, as the reviewer declares it
 * @param reviewedBy the member
 */
public record Review(
        RecordKind subjectKind,
        UUID subject,
        int subjectRevision,
        String state,
        @Nullable String reasons,
        @Nullable String conflictOfInterest,
        UUID reviewedBy)
        implements RecordContent {
    /** That a second person has gone over it; code of {@code review-state}. */
    public static final String REVIEWED = "reviewed";

    /** States that are the judgement of somebody who has not written the record. */
    private static final Set<String> OF_SECOND_PERSON = Set.of(REVIEWED, "returned");

    /** States that say why. */
    private static final Set<String> REASONED = Set.of(REVIEWED, "returned", "contested");

    /** Whether whoever has written the record may not put it into that state. */
    static boolean needsSecondPerson(String state) {
        return OF_SECOND_PERSON.contains(state);
    }

    /** Whether that state needs reasons. */
    static boolean needsReasons(String state) {
        return REASONED.contains(state);
    }

    /** Nothing: a review is found through its record. */
    @Override
    public void describe(Projection.Builder search) {}
}
