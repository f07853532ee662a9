package org.aletheia.evidence.retention;

import java.util.List;
import java.util.UUID;

/** Tells which stored bytes are of items that were disposed of. Implemented where the records are. */
public interface DisposedContents {
    /** Bytes that nobody can decrypt any more. @param objectKey in the evidence bucket */
    record Left(UUID item, String objectKey) {}

    /** At most so many of those that are not known to be removed, by item, after one. */
    List<Left> left(UUID after, int limit);

    /** Notes that the store has the bytes no more. */
    void removed(UUID item);
}
