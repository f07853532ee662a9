package org.aletheia.platform.objectstore;

/** A lock in force forbids to remove the object. */
public final class ObjectRetainedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectRetainedException(Bucket bucket) {
        super("an object in bucket " + bucket + " is locked");
    }
}
