package org.aletheia.custody;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.custody.format.Salt;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A stored revision.
 *
 * @param number from 1
 * @param canonical the bytes that were committed to; JSON
 * @param salt opens the digest
 * @param digest as in {@link RevisionRef}
 * @param member who made it; null for the server itself
 * @param createdAt by the server's clock
 */
public record RevisionView(
        int number,
        byte[] canonical,
        Salt salt,
        Digest digest,
        @Nullable UUID member,
        Instant createdAt) {
    public RevisionView {
        canonical = canonical.clone();
    }

    @Override
    public byte[] canonical() {
        return canonical.clone();
    }
}
