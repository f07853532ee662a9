package org.aletheia.access;

import java.util.UUID;

/**
 * How a claim narrative, and an item that holds words of one, show themselves in search: kept apart from who inquires or
 * prosecutes, and open to some bodies at most.
 */
public final class ClaimNarrative {
    /** The list of the codes that these have among their codes of search. */
    public static final String LIST = "claim-narrative";

    /** That it is kept apart. */
    public static final String APART = LIST + ":apart";

    private ClaimNarrative() {}

    /** That it is open to a body, by the code without its list. */
    public static String openTo(UUID organisation) {
        return "open-to-" + organisation;
    }
}
