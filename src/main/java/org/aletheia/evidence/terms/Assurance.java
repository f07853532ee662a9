package org.aletheia.evidence.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an organisation has the word of another body, or of the State in which that one works, that no death penalty follows
 * from what it gets.
 *
 * @param to the organisation to which it was given, which alone sees it
 * @param organisation the member organisation that may receive on its strength
 * @param givenBy the authority that gave it; names no person
 * @param reference of the letter, note or agreement
 * @param notedBy the counsel who wrote it down
 * @param endedAt from when on it counts no more
 */
public record Assurance(
        UUID id,
        UUID to,
        UUID organisation,
        String givenBy,
        String reference,
        LocalDate givenOn,
        UUID notedBy,
        Instant notedAt,
        @Nullable Instant endedAt) {
    /** What is assured; the only thing, until conditions of receipt know another. */
    public static final String NO_DEATH_PENALTY = "no-death-penalty";
}
