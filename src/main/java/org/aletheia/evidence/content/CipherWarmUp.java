package org.aletheia.evidence.content;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import org.aletheia.kernel.SecureBytes;

/**
 * Runs the cipher some thousand times on nothing, at start. The JVM uses the processor's AES instructions in GCM only once
 * it compiled the calling methods; before that a gigabyte costs 17 CPU seconds instead of 0.3. This costs about 0.1.
 */
final class CipherWarmUp implements Runnable {
    private static final int ROUNDS = 12_000;
    private static final int PIECE = 256;

    @Override
    public void run() {
        byte[] from = new byte[3 * PIECE + SegmentLayout.TAG];
        byte[] to = new byte[3 * PIECE];
        SegmentKeys keys = SegmentKeys.create(SecureBytes.random(SegmentKeys.DATA_KEY_LENGTH), new UUID(0, 0));
        Cipher cipher = SegmentKeys.newCipher();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                keys.init(cipher, Cipher.ENCRYPT_MODE, round, false);
                cipher.update(from, 0, PIECE, from, 0);
                cipher.update(from, PIECE, PIECE, from, PIECE);
                cipher.doFinal(from, 2 * PIECE, PIECE, from, 2 * PIECE);
                keys.init(cipher, Cipher.DECRYPT_MODE, round, false);
                cipher.doFinal(from, 0, from.length, to, 0);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
        }
    }
}
