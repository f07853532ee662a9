package org.aletheia.evidence.citation;

import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That an item says something about a record. Contradicting material is recorded like supporting material.
 *
 * @param subjectKind kind of the record
 * @param subject the record
 * @param subjectRevision revision of the record that was cited for; null in what earlier releases wrote
 * @param about JSON pointer (RFC 6901) to the member that it is about; null for the record as a whole
 * @param item the item cited
 * @param anchor where in it; null for all of it
 * @param support code of {@code source-support}
 * @param date as of when the source says so; null where it speaks of the time that the record speaks of
 * @param grade of the information in this material, code of {@code information-grade}; never of a person
 * @param channelGrade of the channel by which it came, code of {@code channel-grade}; never of a person
 * @param note code of {@code source-note}
 * @param assessedBy the member who says so
 */
public record Source(
        RecordKind subjectKind,
        UUID subject,
        @Nullable Integer subjectRevision,
        @Nullable String about,
        UUID item,
        @Nullable Anchor anchor,
        String support,
        @Nullable UncertainDate date,
        @Nullable String grade,
        @Nullable String channelGrade,
        @Nullable String note,
        UUID assessedBy)
        implements RecordContent {
    /** Nothing: a source is found through the two records that it joins. */
    @Override
    public void describe(Projection.Builder search) {}

    @Override
    public Map<String, Object> shown() {
        return anchor == null ? Map.of() : Map.of("fragment", anchor.fragment());
    }
}
