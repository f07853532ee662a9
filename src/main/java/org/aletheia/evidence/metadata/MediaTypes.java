package org.aletheia.evidence.metadata;

import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Media types that come with bytes rather than with a statement. */
public final class MediaTypes {
    private MediaTypes() {}

    /** The type as stated; null where none is stated, or nothing that can be one. */
    public static @Nullable String stated(@Nullable String header) {
        try {
            return header == null ? null : Statements.mediaType(header);
        } catch (MalformedValueException e) {
            return null;
        }
    }
}
