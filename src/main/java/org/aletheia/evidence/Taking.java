package org.aletheia.evidence;

import java.time.Instant;
import java.util.UUID;

/** What is done in the transaction in which bytes become an item, with whatever they had been until then. */
@FunctionalInterface
public interface Taking {
    /** Of bytes that had been nothing. */
    Taking NOTHING = (item, at) -> true;

    /** @return false where that was taken before: then the transaction does not commit */
    boolean by(UUID item, Instant at);
}
