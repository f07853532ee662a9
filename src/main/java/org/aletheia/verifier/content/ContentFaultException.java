package org.aletheia.verifier.content;

/** A stored object or a key is not what it has to be. Nothing that was decrypted may be relied on. */
public final class ContentFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ContentFault fault;

    ContentFaultException(ContentFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    /** What is wrong. */
    public ContentFault fault() {
        return fault;
    }
}
