package org.aletheia.platform.objectstore;

import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of an array, lent to the store for the time of one request.
 *
 * @param bytes not copied: must not change meanwhile
 * @param length how many of them
 * @param sha256 of exactly those, where it is known already; signed instead of computing it again
 */
public record Payload(byte[] bytes, int length, @Nullable Digest sha256) {
    /** All bytes of the array. */
    public static Payload of(byte[] bytes) {
        return new Payload(bytes, bytes.length, null);
    }
}
