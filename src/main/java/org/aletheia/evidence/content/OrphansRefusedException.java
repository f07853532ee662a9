package org.aletheia.evidence.content;

/** Leftovers were not removed, since what looks like them may be evidence. An operator has to look. */
public final class OrphansRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int unknown;

    OrphansRefusedException(int unknown, String why) {
        super(why);
        this.unknown = unknown;
    }

    /** Old objects that no record names; 0 where they were not counted. */
    public int unknown() {
        return unknown;
    }
}
