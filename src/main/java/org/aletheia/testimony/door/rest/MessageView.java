package org.aletheia.testimony.door.rest;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.testimony.door.DoorMessage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as a member sees it.
 *
 * @param from {@code person} or {@code organisation}
 */
@Schema(name = "DoorMessage")
public record MessageView(
        UUID id, String from, Instant sentAt, @Nullable Instant readAt, String text) {
    /** The view of one. */
    public static MessageView of(DoorMessage message) {
        return new MessageView(
                message.id(),
                message.fromPerson() ? "person" : "organisation",
                message.sentAt(),
                message.readAt(),
                message.text());
    }

    /** Says nothing of what was written. */
    @Override
    public String toString() {
        return "MessageView[" + id + "]";
    }
}
