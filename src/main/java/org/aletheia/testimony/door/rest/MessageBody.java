package org.aletheia.testimony.door.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as a member writes it. */
@Schema(name = "DoorMessageBody")
public record MessageBody(@Nullable String text) {
    /** Says nothing of what was written. */
    @Override
    public String toString() {
        return "MessageBody[sealed]";
    }
}
