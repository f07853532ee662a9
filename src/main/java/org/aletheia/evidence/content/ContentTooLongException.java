package org.aletheia.evidence.content;

/** Longer than one object can be with the configured part size. Nothing of it is kept. */
public final class ContentTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    public ContentTooLongException(long limit) {
        super("content longer than " + limit + " bytes; a larger aletheia.content.part-size allows more");
        this.limit = limit;
    }

    /** The most bytes that can be stored. */
    public long limit() {
        return limit;
    }
}
