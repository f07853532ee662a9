package org.aletheia.testimony.door;

import java.util.List;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.testimony.PersonRefBody;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Door} as callers write it. It is held as its subject is.
 *
 * @param subject a victim or person under a pseudonym, of the caller's organisation
 * @param word that the person chose
 */
public record DoorBody(
        @Nullable PersonRefBody subject, @Nullable String word) implements ProtectionBody {
    @Override
    public @Nullable String classification() {
        return null;
    }

    @Override
    public @Nullable List<String> compartments() {
        return null;
    }

    /** Says nothing of the word. */
    @Override
    public String toString() {
        return "DoorBody[sealed]";
    }
}
