package org.aletheia.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A digest together with its algorithm. Equal when both agree; the bytes are copied on the way in and out.
 *
 * @param algorithm what computed it
 * @param bytes exactly {@link DigestAlgorithm#length()} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by value
public record Digest(DigestAlgorithm algorithm, byte[] bytes) {
    public Digest {
        if (bytes.length != algorithm.length()) {
            throw new MalformedValueException(
                    "digest-length",
                    algorithm.label() + " has " + algorithm.length() + " bytes, these are " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /**
     * Parses hexadecimal in either case.
     *
     * @throws MalformedValueException {@code digest-hex} or {@code digest-length}
     */
    public static Digest ofHex(DigestAlgorithm algorithm, String hex) {
        return new Digest(algorithm, parseHex(hex));
    }

    /**
     * Parses the form of {@link #toString()}, for example {@code sha-256:e3b0…}.
     *
     * @throws MalformedValueException {@code digest-form}, {@code digest-algorithm}, {@code digest-hex} or
     *     {@code digest-length}
     */
    public static Digest parse(String labelled) {
        int colon = labelled.indexOf(':');
        if (colon < 0) {
            throw new MalformedValueException("digest-form", "expected <algorithm>:<hex>");
        }
        DigestAlgorithm algorithm = DigestAlgorithm.ofLabel(labelled.substring(0, colon))
                .orElseThrow(() -> new MalformedValueException("digest-algorithm", "unknown digest algorithm"));
        return ofHex(algorithm, labelled.substring(colon + 1));
    }

    /** SHA-256 over the concatenation of the parts. */
    public static Digest sha256(byte[]... parts) {
        MessageDigest engine = DigestAlgorithm.SHA_256.newMessageDigest();
        for (byte[] part : parts) {
            engine.update(part);
        }
        return new Digest(DigestAlgorithm.SHA_256, engine.digest());
    }

    /** Reads the stream to its end in constant memory; the caller closes it. */
    public static Digest of(DigestAlgorithm algorithm, InputStream in) throws IOException {
        MessageDigest engine = algorithm.newMessageDigest();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            engine.update(buffer, 0, read);
        }
        return new Digest(algorithm, engine.digest());
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Standard base64 with padding (RFC 4648 §4). */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether both have the same algorithm and bytes; the bytes are compared in constant time. */
    public boolean matches(Digest other) {
        return algorithm == other.algorithm && MessageDigest.isEqual(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && matches(that);
    }

    @Override
    public int hashCode() {
        return 31 * algorithm.label().hashCode() + Arrays.hashCode(bytes);
    }

    /** {@code <label>:<hex>}, for example {@code sha-256:e3b0…}. */
    @Override
    public String toString() {
        return algorithm.label() + ":" + hex();
    }

    private static byte[] parseHex(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException("digest-hex", "not an even number of hexadecimal digits");
        }
    }
}
