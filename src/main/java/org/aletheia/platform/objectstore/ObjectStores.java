package org.aletheia.platform.objectstore;

/** Gives the store of each bucket; all share one connection pool. */
public interface ObjectStores {
    /** The same store each time. Makes no call. */
    ObjectStore of(Bucket bucket);
}
