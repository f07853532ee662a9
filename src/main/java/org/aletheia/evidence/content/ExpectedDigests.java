package org.aletheia.evidence.content;

import java.util.Collection;
import java.util.List;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;

/**
 * What the sender says the bytes digest to. All are checked; none given means that none is.
 *
 * @param digests of any algorithm that the product computes
 */
public record ExpectedDigests(List<Digest> digests) {
    private static final ExpectedDigests NONE = new ExpectedDigests(List.of());

    public ExpectedDigests {
        digests = List.copyOf(digests);
    }

    public static ExpectedDigests none() {
        return NONE;
    }

    public static ExpectedDigests of(Collection<Digest> digests) {
        return new ExpectedDigests(List.copyOf(digests));
    }

    boolean names(DigestAlgorithm algorithm) {
        return digests.stream().anyMatch(digest -> digest.algorithm() == algorithm);
    }

    /**
     * @throws DigestMismatchException for the first that differs from what was computed
     */
    void check(List<Digest> computed) {
        for (Digest expected : digests) {
            for (Digest actual : computed) {
                if (actual.algorithm() == expected.algorithm() && !actual.matches(expected)) {
                    throw new DigestMismatchException(expected, actual);
                }
            }
        }
    }
}
