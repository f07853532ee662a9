package org.aletheia.evidence.content;

import java.util.Optional;
import java.util.UUID;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;

/** Object keys of content. */
public final class ContentKeys {
    /** What all of them begin with. */
    public static final String PREFIX = "content/";

    private ContentKeys() {}

    public static String of(UUID objectId) {
        return PREFIX + objectId;
    }

    /** The object id behind a key; empty for keys that are not ours. */
    public static Optional<UUID> objectId(String key) {
        if (!key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ids.parse(key.substring(PREFIX.length())));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }
}
