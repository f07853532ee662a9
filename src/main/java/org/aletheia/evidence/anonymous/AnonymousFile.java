package org.aletheia.evidence.anonymous;

import java.util.UUID;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.evidence.content.DetectedType;
import org.aletheia.evidence.content.StoredContent;
import org.jspecify.annotations.Nullable;

/**
 * One file of a deposit, or what was typed with it.
 *
 * @param position from 1, in the order in which they came
 * @param typed whether it was typed at the door, and not sent as a file
 * @param name as the browser gave it; may identify somebody, so it is stored sealed and never logged
 * @param mediaType as the browser stated it
 * @param detected what its first bytes are; null of what came before anybody looked
 * @param item that it became; null while it is no evidence
 */
public record AnonymousFile(
        UUID id,
        UUID deposit,
        int position,
        boolean typed,
        @Nullable String name,
        String mediaType,
        @Nullable DetectedType detected,
        StoredContent content,
        @Nullable UUID item) {
    /** The same with another name: sealed, or opened. */
    AnonymousFile named(@Nullable String otherwise) {
        return new AnonymousFile(id, deposit, position, typed, otherwise, mediaType, detected, content, item);
    }

    /** Its bytes, as those of any file. */
    public ReceivedFile received() {
        return new ReceivedFile(name, mediaType, detected, content);
    }
}
