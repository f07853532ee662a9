package org.aletheia.evidence.content;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;

/** Encrypts segments one after another, in place, and digests what comes out. For one thread at a time. */
final class SegmentSealer {
    /**
     * A whole segment in one call would be as quick once compiled, but calls are what the JVM counts: with one call a
     * segment the first 700 MiB run at 60 MB/s instead of 3,000.
     */
    private static final int CHUNK = 16 << 10;

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
            int done = 0;
            for (; done + CHUNK < length; done += CHUNK) {
                cipher.update(buffer, offset + done, CHUNK, buffer, offset + done);
            }
            cipher.doFinal(buffer, offset + done, length - done, buffer, offset + done);
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
