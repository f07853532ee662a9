package org.aletheia.evidence.fixity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When bytes were read, as kept in the database. Every method joins the caller's transaction or makes a short one. */
public interface FixityRecord {
    /** What is kept of an item; empty until its receipt was followed. */
    Optional<FixityState> find(UUID item);

    /**
     * Asks for a check, once however often.
     *
     * @param receivedAt for an item of which nothing is kept yet
     * @param sha512 whether SHA-512 is wanted as well as SHA-256
     */
    void request(UUID item, Instant receivedAt, Instant now, boolean sha512);

    /**
     * Notes what was found and ends the claim, and the request where it is still the one that was seen.
     *
     * @param outcome null where there was nothing that could be checked
     */
    void checked(FixityPlan.Claim claim, Instant now, @Nullable FixityResult outcome, @Nullable UUID event);
}
