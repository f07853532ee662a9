package org.aletheia.evidence.measure;

import org.aletheia.kernel.UncertainDate;

/**
 * An order that makes or varies a measure.
 *
 * @param body that gave it, by its public name
 * @param reference its number
 */
public record MeasureOrder(String body, String reference, UncertainDate date) {
    /** Whether the same body gave both. */
    boolean bySameBody(MeasureOrder other) {
        return body.strip().equalsIgnoreCase(other.body.strip());
    }
}
