package org.aletheia.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for what is counted in memory and must not be known from it, such as addresses: HMAC-SHA-256 under a key that ends with
 * the process. Safe for many threads.
 */
public final class ForgetfulNames {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_LENGTH = 32;

    private final SecretKeySpec key = new SecretKeySpec(SecureBytes.random(KEY_LENGTH), ALGORITHM);

    /** The same for the same value of the same kind, until the process ends. */
    public String of(String kind, byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }
}
