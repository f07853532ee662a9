package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.MalformedValueException;

/**
 * Hashes of whole tiles as {@link TreeHash} computes them, one after the other in arrays of bytes and without an object for
 * each: for whoever hashes a whole log. Not thread-safe.
 */
public final class TileHasher {
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final MessageDigest sha256 = DigestAlgorithm.SHA_256.newMessageDigest();

    /**
     * Leaf hashes of the entries of a stored bundle, 32 bytes each.
     *
     * @throws MalformedValueException {@code bundle-truncated} or {@code bundle-width}, as {@link EntryBundle#parse}
     */
    public byte[] leafHashes(byte[] bundle) {
        byte[] hashes = new byte[TileId.FULL_WIDTH * Hash.LENGTH];
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        int width = 0;
        while (rest.hasRemaining() && width < TileId.FULL_WIDTH) {
            int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : rest.getShort() & 0xFFFF;
            if (length > rest.remaining()) {
                throw new MalformedValueException("bundle-truncated", "the last entry is not complete");
            }
            sha256.update(LEAF);
            sha256.update(bundle, rest.position(), length);
            finish(hashes, width++);
            rest.position(rest.position() + length);
        }
        if (width == 0 || rest.hasRemaining()) {
            throw new MalformedValueException("bundle-width", "not 1 to 256 entries");
        }
        return Arrays.copyOf(hashes, width * Hash.LENGTH);
    }

    /**
     * The root over a row of hashes (RFC 9162 §2.1.1), of which only the last may stand for fewer leaves than the others.
     *
     * @param hashes one after the other; the array itself is not changed
     * @param width how many, at least one
     */
    public byte[] root(byte[] hashes, int width) {
        byte[] row = Arrays.copyOf(hashes, width * Hash.LENGTH);
        int left = width;
        while (left > 1) {
            for (int pair = 0; pair < left / 2; pair++) {
                sha256.update(NODE);
                sha256.update(row, 2 * pair * Hash.LENGTH, 2 * Hash.LENGTH);
                finish(row, pair);
            }
            if (left % 2 == 1) {
                System.arraycopy(row, (left - 1) * Hash.LENGTH, row, left / 2 * Hash.LENGTH, Hash.LENGTH);
            }
            left = left / 2 + left % 2;
        }
        return Arrays.copyOf(row, Hash.LENGTH);
    }

    private void finish(byte[] hashes, int place) {
        try {
            sha256.digest(hashes, place * Hash.LENGTH, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("an array that is too short", e);
        }
    }
}
