package org.aletheia.testimony.vault;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where requests to see identities are kept; seen by the organisations of subject and requester. */
public interface RevealRegister {
    /** Adds a request, in the caller's transaction. */
    void insert(Reveal reveal);

    /** The request as it stands. */
    Optional<Reveal> find(UUID id);

    /**
     * Approves, in the caller's transaction.
     *
     * @return false where it was approved before
     */
    boolean approve(UUID id, UUID approver, Instant expiresAt);
}
