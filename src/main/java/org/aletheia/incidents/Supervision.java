package org.aletheia.incidents;

import java.util.UUID;

/**
 * What a supervisor decided of an allegation for acts committed as a child.
 *
 * @param outcome confirmed or refused
 * @param by the supervisor
 * @param changes of the records' dates that the supervisor knew; with a later one it awaits a supervisor again
 */
public record Supervision(String outcome, UUID by, int changes) {

    /** The set cannot grow without a rule of its own, so it is no code list. */
    public enum Outcome {
        CONFIRMED,
        REFUSED
    }
}
