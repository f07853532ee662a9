package org.aletheia.joins.prior;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.testimony.vault.VaultSubject;

/** Where questions are kept, and what desks learn. */
public interface QuestionRegister {
    /** Whether the organisation has asked for that interview; one question is all of it. In the caller's transaction. */
    boolean asked(UUID organisation, UUID interview);

    /**
     * How many questions the member has asked since; until the caller's transaction ends the member asks no other beside it.
     */
    int askedSince(UUID member, Instant since);

    /** Adds a question, in the caller's transaction. */
    void add(PriorQuestion question);

    /** Questions that nobody has compared yet, by id; past every wall. */
    List<PriorQuestion> open(int most);

    /**
     * Tells both desks of each of those that was interviewed by another organisation than the one that asks, and notes that
     * the question was compared; one transaction, which may be repeated.
     */
    void compared(PriorQuestion question, List<VaultSubject> alike, Instant now);

    /** What the desk of the caller's organisation has learned, by id. */
    List<PriorMatch> matches(UUID organisation, UUID after, int most);
}
