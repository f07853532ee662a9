package org.aletheia.evidence;

import java.util.UUID;
import org.aletheia.evidence.metadata.SubmissionStatement;
import org.aletheia.evidence.record.Protection;
import org.jspecify.annotations.Nullable;

/**
 * A submission as a caller states it, found right as a whole.
 *
 * @param onBehalfOf the organisation for which it is handed in; null for the caller's own
 */
public record SubmissionDraft(
        SubmissionStatement statement,
        Protection protection,
        @Nullable UUID onBehalfOf) {}
