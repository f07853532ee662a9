package org.aletheia.testimony.handin;

import org.aletheia.testimony.consent.ConsentBody;
import org.aletheia.testimony.statement.StatementBody;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is handed in for another organisation, with the consent that was given with it.
 *
 * @param onBehalfOf id of the organisation that will own both
 * @param statement without person, items, acts and openings, which are for its owner; in no compartment
 * @param consent without subject, records and protection, which follow from the statement; null where none was given
 */
public record StatementHandInBody(
        @Nullable String onBehalfOf,
        @Nullable StatementBody statement,
        @Nullable ConsentBody consent) {}
