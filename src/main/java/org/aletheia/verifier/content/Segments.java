package org.aletheia.verifier.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The segments of one object: Tink's streaming AEAD {@code AES256_GCM_HKDF_1MB} ({@code docs/formats-content.md} §3),
 * written from the page, so that it shares no code with what wrote the object.
 */
final class Segments {
    /** Bytes of Tink's header: its length, a salt, a nonce prefix. */
    static final int HEADER = 40;

    /** Bytes of ciphertext of a full segment, its tag included; the first one counts Tink's header too. */
    static final int SIZE = 1 << 20;

    private static final byte[] CONTEXT = "aletheia/content/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    private static final int SALT = 32;
    private static final int PREFIX = 7;
    private static final long MOST = 1L << 32;

    private final SecretKey key;
    private final byte[] prefix;

    /** @param header Tink's */
    Segments(byte[] header, byte[] dataKey, UUID objectId) {
        if (header.length != HEADER) {
            throw new ContentFaultException(ContentFault.OBJECT_END, "the object ends in the header of its ciphertext");
        }
        if (header[0] != HEADER) {
            throw new ContentFaultException(
                    ContentFault.OBJECT_HEADER, "the ciphertext does not begin with its header");
        }
        byte[] salt = Arrays.copyOfRange(header, 1, 1 + SALT);
        this.prefix = Arrays.copyOfRange(header, 1 + SALT, 1 + SALT + PREFIX);
        this.key = derive(dataKey, salt, objectId);
    }

    /**
     * The content of a segment.
     *
     * @param number from 0
     * @param last whether nothing follows it
     * @throws ContentFaultException {@code object-end} where it does not stand where it stood, {@code segment} where it
     *     does not open at all
     */
    byte[] open(long number, boolean last, byte[] sealed) {
        if (sealed.length < Aes256Gcm.TAG || number >= MOST) {
            throw new ContentFaultException(
                    ContentFault.OBJECT_END, "segment " + number + " is cut, or more than the format has");
        }
        return decrypted(number, last, sealed).orElseThrow(() -> fault(number, last, sealed));
    }

    private ContentFaultException fault(long number, boolean last, byte[] sealed) {
        if (decrypted(number, !last, sealed).isPresent()) {
            return new ContentFaultException(
                    ContentFault.OBJECT_END,
                    last
                            ? "segment " + number + " is not the last one, but nothing follows: the object was cut"
                            : "segment " + number + " is the last one, but more follows");
        }
        return new ContentFaultException(
                ContentFault.SEGMENT,
                "segment " + number
                        + " does not open: altered, cut, moved from elsewhere, or the key of another object");
    }

    private Optional<byte[]> decrypted(long number, boolean last, byte[] sealed) {
        byte[] nonce = ByteBuffer.allocate(Aes256Gcm.NONCE)
                .put(prefix)
                .putInt((int) number)
                .put((byte) (last ? 1 : 0))
                .array();
        return Aes256Gcm.open(key, nonce, NOTHING, sealed, 0);
    }

    private static SecretKey derive(byte[] dataKey, byte[] salt, UUID objectId) {
        byte[] associated = ByteBuffer.allocate(CONTEXT.length + 2 * Long.BYTES)
                .put(CONTEXT)
                .putLong(objectId.getMostSignificantBits())
                .putLong(objectId.getLeastSignificantBits())
                .array();
        HKDFParameterSpec derivation =
                HKDFParameterSpec.ofExtract().addIKM(dataKey).addSalt(salt).thenExpand(associated, Aes256Gcm.KEY);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do HKDF", e);
        }
    }
}
