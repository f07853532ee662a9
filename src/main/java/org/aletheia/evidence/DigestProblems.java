package org.aletheia.evidence;

import java.util.Map;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Refusals of bytes that are not those that the sender digested. */
public final class DigestProblems {
    private DigestProblems() {}

    /** {@code digest-mismatch} with both values, in hexadecimal. */
    public static ProblemException mismatch(Digest expected, Digest received) {
        return new ProblemException(
                ProblemType.DIGEST_MISMATCH,
                Map.of(
                        "algorithm", expected.algorithm().label(),
                        "expected", expected.hex(),
                        "received", received.hex()));
    }
}
