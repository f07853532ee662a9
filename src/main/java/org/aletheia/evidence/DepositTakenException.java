package org.aletheia.evidence;

import org.aletheia.kernel.Digest;

/** A deposit was closed by another upload, or is gone, before this one could close it. */
public final class DepositTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Digest received;

    DepositTakenException(Digest received) {
        super("the deposit is not open any more");
        this.received = received;
    }

    /** SHA-256 of the bytes that came too late. */
    Digest received() {
        return received;
    }
}
