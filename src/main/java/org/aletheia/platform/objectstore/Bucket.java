package org.aletheia.platform.objectstore;

/** The buckets of a deployment, by purpose; their names are configuration. */
public enum Bucket {
    /** Sealed content. Versioned and locked where the store can do so. */
    EVIDENCE,
    /** Checkpoints and tiles, which anyone may read. */
    LOG,
    /** Wrapped unit keys. Never versioned and never locked, so that a destroyed key is gone. */
    KEYS
}
