package org.aletheia.kernel;

import java.security.SecureRandom;

/** The product's one source of unpredictable bytes: seeds, salts, ids. */
public final class SecureBytes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecureBytes() {}

    /** That many fresh bytes from the platform's cryptographic generator. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
