package org.aletheia.evidence.content;

/**
 * What lies in the object store is not what was stored there: altered, cut, exchanged for another object, or gone. No byte
 * of the segment concerned was given out.
 */
public final class ContentTamperedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Finding {
        /** There is no object. */
        MISSING,
        /** The self-description does not belong to this content, or cannot be read. */
        HEADER,
        /** The wrapped data key does not open under its unit key. */
        DATA_KEY,
        /** A segment does not decrypt. */
        SEGMENT,
        /** The object ends too early. */
        TRUNCATED
    }

    private final Finding finding;

    public ContentTamperedException(Finding finding) {
        super("stored content is not what was stored: " + finding);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
