package org.aletheia.verifier.content;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * What a stored object says of itself before its ciphertext ({@code docs/formats-content.md} §2).
 *
 * @param bytes all of it; the first 39 are bound to the wrapped data key
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record ObjectHeader(byte[] bytes) {
    static final int LENGTH = 99;

    private static final int VERSION_AT = 0;
    private static final byte VERSION = 1;
    private static final int OBJECT_AT = 5;
    private static final int UNIT_KEY_AT = 21;
    private static final int WRAPPED_LENGTH_AT = 37;
    private static final int WRAPPED_AT = 39;

    ObjectHeader {
        if (bytes.length > 0 && bytes[VERSION_AT] != VERSION) {
            throw fault("format version " + bytes[VERSION_AT] + " is not known here");
        }
        if (bytes.length != LENGTH) {
            throw new ContentFaultException(ContentFault.OBJECT_END, "the object ends in its header");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        boolean known = buffer.getShort(1) == LENGTH
                && buffer.get(3) == 1
                && buffer.get(4) == 1
                && buffer.getShort(WRAPPED_LENGTH_AT) == LENGTH - WRAPPED_AT;
        if (!known) {
            throw fault("lengths or algorithms that format version 1 does not have");
        }
    }

    UUID objectId() {
        return uuid(OBJECT_AT);
    }

    UUID unitKeyId() {
        return uuid(UNIT_KEY_AT);
    }

    byte[] dataKey(byte[] unitKey) {
        byte[] wrapped = Arrays.copyOfRange(bytes, WRAPPED_AT, LENGTH);
        return Aes256Gcm.unwrap(unitKey, wrapped, Arrays.copyOf(bytes, WRAPPED_AT))
                .orElseThrow(() -> new ContentFaultException(
                        ContentFault.DATA_KEY,
                        "the data key does not open: another unit key, or a header that was altered"));
    }

    private UUID uuid(int at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(at), buffer.getLong(at + Long.BYTES));
    }

    private static ContentFaultException fault(String detail) {
        return new ContentFaultException(ContentFault.OBJECT_HEADER, detail);
    }
}
