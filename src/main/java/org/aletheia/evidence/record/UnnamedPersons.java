package org.aletheia.evidence.record;

import java.util.UUID;

/** Makes the record of somebody of whom nothing is known yet but that they gave a statement. */
public interface UnnamedPersons {
    /**
     * Writes it for another organisation, in the caller's transaction: a victim under a new pseudonym, which the caller does not learn.
     *
     * @return the id
     */
    UUID handIn(HandedInFor to, Protection protection);
}
