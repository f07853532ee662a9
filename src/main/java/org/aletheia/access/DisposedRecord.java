package org.aletheia.access;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.kernel.Digest;

/**
 * What whoever could see a record is told of it after it was disposed of.
 *
 * @param was how it was held
 * @param disposal the decision by which it went
 * @param digest of an item's bytes as received, else of the last revision
 */
public record DisposedRecord(ProtectedRecord was, UUID disposal, Instant disposedAt, Digest digest) {
    /** Its name. */
    public RecordName name() {
        return new RecordName(was.kind(), was.id());
    }
}
