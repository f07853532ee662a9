package org.aletheia.evidence.metadata;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.MalformedValueException;

/**
 * A digest as the sender states it. SHA-256 and SHA-512 are checked against the bytes; MD5 and SHA-1, which no longer
 * prove anything, are kept as statements so that others' lists can be matched.
 *
 * @param algorithm {@code sha-256}, {@code sha-512}, {@code sha-1} or {@code md5}
 * @param value lower-case hexadecimal
 */
public record StatedDigest(String algorithm, String value) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Map<String, Integer> HEX_LENGTH =
            Map.of("md5", 32, "sha-1", 40, "sha-256", 64, "sha-512", 128);

    /** @throws MalformedValueException {@code digest-hex} or {@code digest-length} */
    public StatedDigest {
        if (!HEX.matcher(value).matches()) {
            throw new MalformedValueException("digest-hex", "not lower-case hexadecimal");
        }
        if (value.length() != HEX_LENGTH.getOrDefault(algorithm, -1)) {
            throw new MalformedValueException("digest-length", "not the length of " + algorithm);
        }
    }

    /** @throws MalformedValueException {@code digest-algorithm} */
    static String algorithm(String label) {
        if (!HEX_LENGTH.containsKey(label)) {
            throw new MalformedValueException("digest-algorithm", "unknown digest algorithm");
        }
        return label;
    }

    /** The digest to check the bytes against; empty for MD5 and SHA-1. */
    public Optional<Digest> checkable() {
        return DigestAlgorithm.ofLabel(algorithm).map(known -> Digest.ofHex(known, value));
    }
}
