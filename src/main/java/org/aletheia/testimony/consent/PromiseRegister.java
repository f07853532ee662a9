package org.aletheia.testimony.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What bodies declared, one row a body. */
public interface PromiseRegister {
    /** What a body declared, with its number. */
    record Declared(BodyPromise promise, int revision, Instant revisedAt) {}

    /** What a body declared; empty where nobody did. */
    Optional<Declared> find(UUID organisation);

    /**
     * Writes it in the caller's transaction.
     *
     * @param basedOn number of the declaration that it takes the place of; 0 where there is none
     * @return whether that was still the last one
     */
    boolean write(BodyPromise promise, int basedOn, UUID member, Instant at);
}
