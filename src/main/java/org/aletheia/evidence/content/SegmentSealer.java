package org.aletheia.evidence.content;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;

/** Encrypts segments one after another, in place, and digests what comes out. For one thread at a time. */
final class SegmentSealer {
    private final SegmentKeys keys;
    private final Cipher cipher = SegmentKeys.newCipher();
    private final MessageDigest sealed = DigestAlgorithm.SHA_256.newMessageDigest();
    private long next;

    SegmentSealer(SegmentKeys keys) {
        this.keys = keys;
    }

    /** Takes bytes that are sealed as they are: the headers. */
    void asIs(byte[] buffer, int offset, int length) {
        sealed.update(buffer, offset, length);
    }

    /** Turns {@code length} bytes of content into as many of ciphertext and a tag of 16 bytes behind them. */
    void seal(byte[] buffer, int offset, int length, boolean last) {
        keys.init(cipher, Cipher.ENCRYPT_MODE, next++, last);
        try {
            cipher.doFinal(buffer, offset, length, buffer, offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        }
        sealed.update(buffer, offset, length + SegmentLayout.TAG);
    }

    /** SHA-256 of everything sealed; once, at the end. */
    Digest digest() {
        return new Digest(DigestAlgorithm.SHA_256, sealed.digest());
    }
}
