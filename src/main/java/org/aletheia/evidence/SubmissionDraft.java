package org.aletheia.evidence;

import org.aletheia.evidence.metadata.SubmissionStatement;

/** A submission as a caller states it, found right as a whole. */
public record SubmissionDraft(SubmissionStatement statement, Protection protection) {}
