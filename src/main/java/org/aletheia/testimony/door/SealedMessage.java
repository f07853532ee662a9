package org.aletheia.testimony.door;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the vault holds it.
 *
 * @param member who wrote it; null: the person
 * @param unitKey the person's key, under which it is sealed
 * @param readAt when the other side saw it first
 */
public record SealedMessage(
        UUID id,
        UUID door,
        Instant sentAt,
        @Nullable UUID member,
        UUID unitKey,
        byte[] sealed,
        @Nullable Instant readAt) {
    public SealedMessage {
        sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    /** Whether the person wrote it. */
    public boolean fromPerson() {
        return member == null;
    }
}
