package org.aletheia.evidence;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes as received.
 *
 * @param name as the sender calls it; may identify somebody, so it is never logged
 * @param mediaType as the sender states it
 */
public record ReceivedFile(@Nullable String name, String mediaType, StoredContent content) {
    /** Where the sender states none. */
    public static final String UNKNOWN_TYPE = "application/octet-stream";

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
