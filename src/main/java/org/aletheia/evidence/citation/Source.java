package org.aletheia.evidence.citation;

import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That an item says something about a record. Contradicting material is recorded like supporting material.
 *
 * @param subjectKind kind of the record
 * @param subject the record
 * @param about JSON pointer (RFC 6901) to the member that it is about; null for the record as a whole
 * @param item the item cited
 * @param anchor where in it; null for all of it
 * @param support code of {@code source-support}
 * @param grade of the information in this material, code of {@code information-grade}; never of a person
 * @param note code of {@code source-note}
 * @param assessedBy the member who says so
 */
public record Source(
        RecordKind subjectKind,
        UUID subject,
        @Nullable String about,
        UUID item,
        @Nullable Anchor anchor,
        String support,
        @Nullable String grade,
        @Nullable String note,
        UUID assessedBy)
        implements RecordContent {
    /** Nothing: a source is found through the two records that it joins. */
    @Override
    public void describe(Projection.Builder search) {}
}
