package org.aletheia.transparency.timestamp;

import java.math.BigInteger;
import java.util.Optional;
import org.aletheia.kernel.DigestAlgorithm;

/** Questions of which the nonce is known. */
public final class TestRequests {
    private TestRequests() {}

    /** About these bytes, by SHA-512 and under any policy. */
    public static TimestampRequest of(byte[] bytes, BigInteger nonce) {
        return TimestampRequest.of(DigestAlgorithm.SHA_512, bytes, nonce, Optional.empty());
    }
}
