package org.aletheia.evidence.content;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.aletheia.evidence.content.ContentTamperedException.Finding;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.UnitKey;

/**
 * The self-description at the start of each object, {@code docs/formats-content.md} §2. Big-endian.
 *
 * <pre>
 *  0  1  format version, 1
 *  1  2  length of all that is before the ciphertext, 99
 *  3  1  content algorithm, 1: Tink streaming AEAD AES256_GCM_HKDF_1MB
 *  4  1  wrapping algorithm, 1: AES-256-GCM
 *  5 16  object id
 * 21 16  unit key id
 * 37  2  length of the wrapped data key, 60
 * 39 60  wrapped data key; associated data are the 39 bytes before it
 * </pre>
 */
record ContentHeader(UUID objectId, UUID unitKeyId, byte[] wrappedDataKey) {
    static final int FORMAT = 1;
    static final int LENGTH = 99;

    private static final int WRAPPED_AT = 39;
    private static final int WRAPPED_LENGTH = 60;
    private static final byte CONTENT_ALGORITHM = 1;
    private static final byte WRAPPING_ALGORITHM = 1;

    /** A new data key, and the header that carries it. */
    static NewContent create(UUID objectId, UnitKey unitKey) {
        byte[] dataKey = SecureBytes.random(SegmentKeys.DATA_KEY_LENGTH);
        byte[] wrapped = unitKey.wrap(dataKey, fixedPart(objectId, unitKey.id()));
        return new NewContent(new ContentHeader(objectId, unitKey.id(), wrapped), dataKey);
    }

    /**
     * @throws ContentTamperedException where the bytes are no header of this object under this unit key
     */
    static ContentHeader parse(byte[] bytes, UUID objectId, UUID unitKeyId) {
        boolean sound = bytes.length == LENGTH
                && Arrays.equals(bytes, 0, WRAPPED_AT, fixedPart(objectId, unitKeyId), 0, WRAPPED_AT);
        if (!sound) {
            throw new ContentTamperedException(Finding.HEADER);
        }
        return new ContentHeader(objectId, unitKeyId, Arrays.copyOfRange(bytes, WRAPPED_AT, LENGTH));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(fixedPart(objectId, unitKeyId))
                .put(wrappedDataKey)
                .array();
    }

    /**
     * @throws ContentTamperedException where the data key was not wrapped for this header by this unit key
     */
    byte[] dataKey(UnitKey unitKey) {
        try {
            return unitKey.unwrap(wrappedDataKey, fixedPart(objectId, unitKeyId));
        } catch (BrokenSealException e) {
            throw new ContentTamperedException(Finding.DATA_KEY);
        }
    }

    private static byte[] fixedPart(UUID objectId, UUID unitKeyId) {
        return ByteBuffer.allocate(WRAPPED_AT)
                .put((byte) FORMAT)
                .putShort((short) LENGTH)
                .put(CONTENT_ALGORITHM)
                .put(WRAPPING_ALGORITHM)
                .putLong(objectId.getMostSignificantBits())
                .putLong(objectId.getLeastSignificantBits())
                .putLong(unitKeyId.getMostSignificantBits())
                .putLong(unitKeyId.getLeastSignificantBits())
                .putShort((short) WRAPPED_LENGTH)
                .array();
    }

    record NewContent(ContentHeader header, byte[] dataKey) {}
}
