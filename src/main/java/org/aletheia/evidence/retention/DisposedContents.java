package org.aletheia.evidence.retention;

import java.util.List;
import java.util.UUID;

/** Tells which stored bytes are of items that were disposed of, or of renditions of such. Implemented where the records are. */
public interface DisposedContents {
    /**
     * Bytes that nobody can decrypt any more.
     *
     * @param id of the item or rendition
     * @param objectKey in the evidence bucket
     */
    record Left(UUID id, String objectKey) {}

    /** At most so many of those that are not known to be removed, by id, after one. */
    List<Left> left(UUID after, int limit);

    /** Notes that the store has the bytes no more. */
    void removed(UUID id);
}
