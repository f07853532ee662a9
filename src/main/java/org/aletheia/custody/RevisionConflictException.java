package org.aletheia.custody;

/** A revision is based on another than the latest one of its record. */
public final class RevisionConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int basedOn;

    public RevisionConflictException(int basedOn) {
        super("revision " + basedOn + " is not the latest of its record");
        this.basedOn = basedOn;
    }

    /** What the change was based on. */
    public int basedOn() {
        return basedOn;
    }
}
