package org.aletheia.evidence;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.evidence.content.DetectedType;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes as received.
 *
 * @param name as the sender calls it; may identify somebody, so it is never logged
 * @param mediaType as the sender states it
 * @param detected what its first bytes are; null of what came before anybody looked
 */
public record ReceivedFile(
        @Nullable String name, String mediaType, @Nullable DetectedType detected, StoredContent content) {
    /** Where the sender states none. */
    public static final String UNKNOWN_TYPE = "application/octet-stream";

    /** Whether it is an image or a video, as its sender states or as its first bytes are. */
    public boolean isSeen() {
        return SeenTypes.include(mediaType) || detected != null && SeenTypes.include(detected.mediaType());
    }

    /** Whether it may be one: also where nobody looked at its bytes, whatever its sender states. */
    public boolean mayBeSeen() {
        return detected == null || isSeen();
    }

    /** The same without its name. */
    public ReceivedFile withoutName() {
        return named(null);
    }

    /** The same under another name: sealed, or opened. */
    ReceivedFile named(@Nullable String otherwise) {
        return new ReceivedFile(otherwise, mediaType, detected, content);
    }

    /** Those computed at receipt: SHA-256, and SHA-512 where the server computes it. */
    public List<Digest> digests() {
        List<Digest> digests = new ArrayList<>();
        digests.add(content.sha256());
        if (content.sha512() != null) {
            digests.add(content.sha512());
        }
        return List.copyOf(digests);
    }
}
