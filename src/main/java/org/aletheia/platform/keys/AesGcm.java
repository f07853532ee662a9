package org.aletheia.platform.keys;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
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

    private AesGcm() {}

    static byte[] seal(byte[] key, byte[] plaintext, byte[] associated) {
        byte[] nonce = SecureBytes.random(NONCE_LENGTH);
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
        return new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
    }
}
