package org.aletheia.platform.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.aletheia.kernel.SecureBytes;

/**
 * AES-256-GCM of short secrets (NIST SP 800-38D): 12 random bytes of nonce, ciphertext, 16 bytes of tag. A random nonce is
 * safe for the few messages that one key ever protects here.
 */
final class AesGcm {
    static final int KEY_LENGTH = 32;
    static final int OVERHEAD = 28;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] MARK_KEY = "aletheia/mark/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONCE_KEY = "aletheia/nonce/v1\n".getBytes(StandardCharsets.US_ASCII);

    private AesGcm() {}

    static byte[] seal(byte[] key, byte[] plaintext, byte[] associated) {
        return seal(key, SecureBytes.random(NONCE_LENGTH), plaintext, associated);
    }

    /**
     * The same bytes each time: the nonce follows from plaintext and associated data by HMAC-SHA-256 under a key of its own, so
     * that no nonce comes twice but for the same message (as in RFC 8452, with another function). Shows which messages are
     * equal.
     */
    static byte[] sealAlike(byte[] key, byte[] plaintext, byte[] associated) {
        byte[] nonce = Arrays.copyOf(placed(key, NONCE_KEY, associated, plaintext), NONCE_LENGTH);
        return seal(key, nonce, plaintext, associated);
    }

    /** HMAC-SHA-256 of a message in its place, under a key derived for this. */
    static byte[] mark(byte[] key, byte[] place, byte[] message) {
        return placed(key, MARK_KEY, place, message);
    }

    private static byte[] placed(byte[] key, byte[] use, byte[] associated, byte[] message) {
        byte[] length =
                ByteBuffer.allocate(Integer.BYTES).putInt(associated.length).array();
        return hmac(hmac(key, use), length, associated, message);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static byte[] seal(byte[] key, byte[] nonce, byte[] plaintext, byte[] associated) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
            byte[] sealed = new byte[plaintext.length + OVERHEAD];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_LENGTH);
            cipher.doFinal(plaintext, 0, plaintext.length, sealed, NONCE_LENGTH);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] open(byte[] key, byte[] sealed, byte[] associated) {
        if (sealed.length < OVERHEAD) {
            throw new BrokenSealException();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, associated);
            return cipher.doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
        } catch (AEADBadTagException e) {
            throw new BrokenSealException();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_LENGTH));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java runtime cannot do AES-256-GCM or HMAC-SHA-256", e);
    }
}
