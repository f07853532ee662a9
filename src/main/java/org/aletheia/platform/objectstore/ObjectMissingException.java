package org.aletheia.platform.objectstore;

/** The key holds no object. */
public final class ObjectMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectMissingException(Bucket bucket) {
        super("no object under this key in bucket " + bucket);
    }
}
