package org.aletheia.verifier.content;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens what AES-256-GCM sealed (NIST SP 800-38D), with a tag of 16 bytes at the end. */
final class Aes256Gcm {
    static final int KEY = 32;
    static final int NONCE = 12;
    static final int TAG = 16;

    private Aes256Gcm() {}

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** The content; empty where the tag does not fit. */
    static Optional<byte[]> open(SecretKey key, byte[] nonce, byte[] associated, byte[] sealed, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(associated);
            return Optional.of(cipher.doFinal(sealed, from, sealed.length - from));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
        }
    }

    /** A short secret, in the form nonce ‖ ciphertext ‖ tag. */
    static Optional<byte[]> unwrap(byte[] key, byte[] wrapped, byte[] associated) {
        if (wrapped.length < NONCE + TAG) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(wrapped, NONCE);
        return open(key(key), nonce, associated, wrapped, NONCE);
    }
}
