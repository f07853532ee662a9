package org.aletheia.testimony.door.rest;

import org.aletheia.evidence.record.Checks;
import org.aletheia.testimony.door.DoorLetters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as a member writes it. */
@Schema(name = "DoorMessageBody")
public record MessageBody(@Nullable String text) {
    /**
     * What it says.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request}
     */
    public String read(Checks checks) {
        String said = checks.text("/text", checks.required("/text", text), DoorLetters.MAX_TEXT);
        checks.throwIfAny();
        return Checks.sure(said);
    }

    /** Says nothing of what was written. */
    @Override
    public String toString() {
        return "MessageBody[sealed]";
    }
}
