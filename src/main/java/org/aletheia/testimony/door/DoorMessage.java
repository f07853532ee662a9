package org.aletheia.testimony.door;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, opened for one of its two sides.
 *
 * @param fromPerson whether the person wrote it, else the organisation
 * @param readAt when the other side saw it first
 */
public record DoorMessage(
        UUID id,
        boolean fromPerson,
        Instant sentAt,
        @Nullable Instant readAt,
        String text) {
    /** Says nothing of what was written. */
    @Override
    public String toString() {
        return "DoorMessage[" + id + "]";
    }
}
