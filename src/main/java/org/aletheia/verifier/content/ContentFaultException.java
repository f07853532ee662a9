package org.aletheia.verifier.content;

/** A stored object or a key is not what it has to be. Nothing that was decrypted may be relied on. */
public final class ContentFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    ContentFaultException(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /**
     * Stable: {@code key}, {@code unit-key}, {@code data-key}, {@code object-header}, {@code object-id}, {@code
     * object-end} or {@code segment}; what each means stands in {@code docs/custody.md} §8.
     */
    public String code() {
        return code;
    }
}
