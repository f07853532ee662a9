package org.aletheia.access;

/** How an item shows itself in search that is the narrative of a claim and not open to prosecution. */
public final class ClaimNarrative {
    /** The code that such items have among their codes of search. */
    public static final String APART = "claim-narrative:apart";

    private ClaimNarrative() {}
}
