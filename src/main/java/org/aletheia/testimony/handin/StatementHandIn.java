package org.aletheia.testimony.handin;

import org.aletheia.evidence.HandIn;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a statement to who handed it in for another organisation.
 *
 * @param person the record under a new pseudonym that was made of who gave it
 * @param consent null where none was given with it
 */
public record StatementHandIn(
        HandIn statement, HandIn person, @Nullable HandIn consent) {}
