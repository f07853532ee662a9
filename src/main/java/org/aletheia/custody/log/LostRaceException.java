package org.aletheia.custody.log;

/** Another replica moved the tree between reading its size and moving it; nothing was changed here. */
public final class LostRaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostRaceException(long size) {
        super("the log is no longer of size " + size);
    }
}
