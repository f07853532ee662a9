package org.aletheia.testimony.protection;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That counsel decided whether a protection note may leave. It is never changed: another decision follows it, and the
 * latest holds.
 *
 * @param note on which
 * @param revision of the note that counsel looked at; what is written later is not released by it
 * @param decision code of {@code counsel-decision}
 * @param forms into which it is released, codes of {@code export-form}; none where it stays closed
 * @param reason code of {@code counsel-reason}
 * @param order number of the order of a court
 * @param decidedBy the member
 */
public record CounselDecision(
        UUID note,
        int revision,
        String decision,
        List<String> forms,
        String reason,
        @Nullable String order,
        UUID decidedBy)
        implements RecordContent {
    /** Code of {@code counsel-decision}. */
    static final String RELEASE = "release";

    public CounselDecision {
        forms = List.copyOf(forms);
    }

    /** Whether the note may leave in that form. */
    boolean releases(ExportForm form) {
        return decision.equals(RELEASE) && forms.contains(form.code());
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}
}
