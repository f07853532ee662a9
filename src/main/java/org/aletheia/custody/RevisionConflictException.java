package org.aletheia.custody;

import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** A revision is based on another than the latest one of its record. */
public final class RevisionConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int basedOn;

    public RevisionConflictException(int basedOn) {
        // The problem in the chain of causes is what the caller of the API is told.
        super(
                "revision " + basedOn + " is not the latest of its record",
                new ProblemException(ProblemType.PRECONDITION_FAILED));
        this.basedOn = basedOn;
    }

    /** What the change was based on. */
    public int basedOn() {
        return basedOn;
    }
}
