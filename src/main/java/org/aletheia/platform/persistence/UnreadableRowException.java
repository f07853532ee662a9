package org.aletheia.platform.persistence;

/**
 * What the database holds cannot be read: a fault of this server or of somebody who wrote past it, never of the caller.
 * Has no cause, since what a parser says repeats what it read.
 */
public final class UnreadableRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what kind of value, a name from the code; never a value */
    public UnreadableRowException(String what) {
        super("a stored " + what + " cannot be read");
    }
}
