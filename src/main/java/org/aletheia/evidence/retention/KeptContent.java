package org.aletheia.evidence.retention;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.ItemState;

/**
 * What decides the lock of an item's bytes, or of those of a rendition of it.
 *
 * @param objectKey in the evidence bucket
 * @param rule code of the list {@code retention-rule}, from the submission
 * @param hold whether it is under legal hold
 */
public record KeptContent(
        UUID item, String objectKey, ItemState state, Instant receivedAt, String rule, LegalHold hold) {
    /** What the records say of legal holds. */
    public enum LegalHold {
        /** There never was one: the store need not be asked. */
        NEVER,
        /** One stands at least. */
        STANDING,
        /** All were lifted. */
        LIFTED
    }
}
