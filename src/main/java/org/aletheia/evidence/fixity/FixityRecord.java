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
     * Asks for a check, once however often: one that waits or is under way stays as it is, unless it is to compute more now.
     *
     * @param receivedAt for an item of which nothing is kept yet
     * @param sha512 whether SHA-512 is wanted as well as SHA-256
     * @return whether this changed anything
     */
    boolean request(UUID item, Instant receivedAt, Instant now, boolean sha512);

    /**
     * Notes what was found and ends the claim, and the request where it is still the one that was seen.
     *
     * @param result null where there was nothing that could be checked; what was found before does not stand any more
     * @param event null where there is no result
     */
    void checked(FixityPlan.Claim claim, Instant now, @Nullable FixityResult result, @Nullable UUID event);
}
