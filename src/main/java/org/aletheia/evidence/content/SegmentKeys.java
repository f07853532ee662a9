package org.aletheia.evidence.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.aletheia.evidence.content.ContentTamperedException.Finding;
import org.aletheia.kernel.SecureBytes;

/**
 * The key and nonces of one object's segments, after Tink's AES256_GCM_HKDF_1MB. Its header is a length byte (40), 32
 * bytes of salt and 7 bytes of nonce prefix; the key is HKDF-SHA-256 of data key, salt and associated data; a segment's
 * nonce is prefix, number (4 bytes) and 1 for the last segment, else 0.
 *
 * <p>Written here because Tink's own streams cannot work in place or start at a segment; tests hold it equal to Tink.
 */
final class SegmentKeys {
    static final int DATA_KEY_LENGTH = 32;

    private static final byte[] CONTEXT = "aletheia/content/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_LENGTH = 32;
    private static final int PREFIX_LENGTH = 7;
    private static final int NONCE_LENGTH = 12;
    private static final long MAX_SEGMENT = 0xFFFFFFFFL;

    private final byte[] tinkHeader;
    private final SecretKey key;

    private SegmentKeys(byte[] tinkHeader, SecretKey key) {
        this.tinkHeader = tinkHeader;
        this.key = key;
    }

    /** Fresh salt and nonce prefix for a new object. */
    static SegmentKeys create(byte[] dataKey, UUID objectId) {
        byte[] header = SecureBytes.random(SegmentLayout.TINK_HEADER);
        header[0] = SegmentLayout.TINK_HEADER;
        return of(dataKey, objectId, header);
    }

    /**
     * @param tinkHeader the 40 bytes after our own header
     * @throws ContentTamperedException where they are no such header
     */
    static SegmentKeys of(byte[] dataKey, UUID objectId, byte[] tinkHeader) {
        if (tinkHeader.length != SegmentLayout.TINK_HEADER || tinkHeader[0] != SegmentLayout.TINK_HEADER) {
            throw new ContentTamperedException(Finding.HEADER);
        }
        byte[] salt = Arrays.copyOfRange(tinkHeader, 1, 1 + SALT_LENGTH);
        HKDFParameterSpec derivation = HKDFParameterSpec.ofExtract()
                .addIKM(dataKey)
                .addSalt(salt)
                .thenExpand(associated(objectId), DATA_KEY_LENGTH);
        try {
            return new SegmentKeys(
                    tinkHeader.clone(), KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** What is bound into every object besides its key: format and object id. */
    static byte[] associated(UUID objectId) {
        return ByteBuffer.allocate(CONTEXT.length + 2 * Long.BYTES)
                .put(CONTEXT)
                .putLong(objectId.getMostSignificantBits())
                .putLong(objectId.getLeastSignificantBits())
                .array();
    }

    byte[] tinkHeader() {
        return tinkHeader.clone();
    }

    /** A cipher set up for one segment, its nonce never used before by {@code ENCRYPT_MODE}. */
    void init(Cipher cipher, int mode, long segment, boolean last) {
        if (segment > MAX_SEGMENT) {
            throw new IllegalArgumentException("the format has at most 2^32 segments");
        }
        byte[] nonce = ByteBuffer.allocate(NONCE_LENGTH)
                .put(tinkHeader, 1 + SALT_LENGTH, PREFIX_LENGTH)
                .putInt((int) segment)
                .put((byte) (last ? 1 : 0))
                .array();
        try {
            cipher.init(mode, key, new GCMParameterSpec(SegmentLayout.TAG * Byte.SIZE, nonce));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java runtime cannot do AES-256-GCM with HKDF", e);
    }
}
