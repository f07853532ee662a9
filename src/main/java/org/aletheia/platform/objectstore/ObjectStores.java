package org.aletheia.platform.objectstore;

import java.util.Optional;

/** Gives the store of each bucket; all share one connection pool. */
public interface ObjectStores {
    /** The same store each time. Makes no call. */
    ObjectStore of(Bucket bucket);

    /** The bucket that holds copies of sealed content under the same keys, to be read only; where there is one. */
    default Optional<ObjectStore> evidenceCopies() {
        return Optional.empty();
    }
}
