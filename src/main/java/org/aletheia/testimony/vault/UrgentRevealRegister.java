package org.aletheia.testimony.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where reveals by one alone are kept; seen by the organisations of subject and member. */
public interface UrgentRevealRegister {
    /** Adds one, in the caller's transaction. */
    void insert(UrgentReveal reveal);

    /** One as it stands. */
    Optional<UrgentReveal> find(UUID id);

    /** Those after an id, in order of ids. */
    List<UrgentReveal> after(UUID id, int most);

    /**
     * Writes the review, in the caller's transaction.
     *
     * @return false where it was reviewed before
     */
    boolean review(UUID id, UrgentReveal.Review said);

    /** How many of all there are on this server, whoever may see them. */
    Figures figures(Instant now);

    /**
     * How many.
     *
     * @param all ever
     * @param unreviewed that nobody has reviewed, those that are overdue included
     * @param overdue that nobody has reviewed in time
     */
    record Figures(long all, long unreviewed, long overdue) {}
}
