package org.aletheia.evidence;

import org.aletheia.evidence.metadata.SubmissionStatement;
import org.aletheia.evidence.record.Protection;

/** A submission as a caller states it, found right as a whole. */
public record SubmissionDraft(SubmissionStatement statement, Protection protection) {}
