package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;

/**
 * A SHA-256 value in a Merkle tree: of a leaf, a node or a whole tree. Equal by value, bytes copied in and out.
 *
 * @param bytes exactly 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by value
public record Hash(byte[] bytes) {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    public Hash {
        if (bytes.length != LENGTH) {
            throw new MalformedValueException("hash-length", "expected 32 bytes, found " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /**
     * Parses canonical base64 of 32 bytes.
     *
     * @throws MalformedValueException {@code base64} or {@code hash-length}
     */
    public static Hash ofBase64(String text) {
        return new Hash(StrictBase64.decode(text));
    }

    /**
     * Parses 64 hexadecimal digits in either case.
     *
     * @throws MalformedValueException {@code hash-hex} or {@code hash-length}
     */
    public static Hash ofHex(String hex) {
        try {
            return new Hash(HexFormat.of().parseHex(hex));
        } catch (MalformedValueException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException("hash-hex", "not hexadecimal");
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Standard base64 with padding, 44 characters. */
    public String base64() {
        return StrictBase64.encode(bytes);
    }

    /** Lower-case hexadecimal, 64 characters. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The bytes themselves, for hashing; never to leave this package. */
    byte[] raw() {
        return bytes;
    }

    void put(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
