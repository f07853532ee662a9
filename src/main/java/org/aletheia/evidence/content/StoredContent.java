package org.aletheia.evidence.content;

import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Content that lies sealed in the evidence bucket. The record keeps all of this: without it nobody could tell whether the
 * object is still the same.
 *
 * @param objectId names the object and is bound into its encryption; never used twice
 * @param length bytes of the content itself
 * @param sha256 of the content itself
 * @param sha512 of the content itself, where computed
 * @param sealedLength bytes of the object
 * @param sealedSha256 of the object, so that a copy can be checked without any key
 * @param unitKeyId the key that wraps the object's data key
 * @param format the format version, its first byte
 */
public record StoredContent(
        UUID objectId,
        long length,
        Digest sha256,
        @Nullable Digest sha512,
        long sealedLength,
        Digest sealedSha256,
        UUID unitKeyId,
        int format) {

    /** The object's key in the evidence bucket. */
    public String objectKey() {
        return ContentKeys.of(objectId);
    }
}
