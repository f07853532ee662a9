package org.aletheia.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The digest algorithms that the product computes itself; labels as registered by RFC 9530 §5. */
public enum DigestAlgorithm {
    SHA_256("sha-256", "SHA-256", 32),
    SHA_512("sha-512", "SHA-512", 64);

    private final String label;
    private final String javaName;
    private final int length;
    private final MessageDigest unused;

    DigestAlgorithm(String label, String javaName, int length) {
        this.label = label;
        this.javaName = javaName;
        this.length = length;
        this.unused = engine(javaName);
    }

    /** The RFC 9530 key, for example {@code sha-256}. */
    public String label() {
        return label;
    }

    /** The name that {@link MessageDigest} knows. */
    public String javaName() {
        return javaName;
    }

    /** Length of a digest in bytes. */
    public int length() {
        return length;
    }

    /** A fresh digest engine; not thread-safe, as all of them. Copied: to look one up takes as long as a short digest. */
    public MessageDigest newMessageDigest() {
        try {
            return (MessageDigest) unused.clone();
        } catch (CloneNotSupportedException e) {
            return engine(javaName); // one in hardware
        }
    }

    private static MessageDigest engine(String javaName) {
        try {
            return MessageDigest.getInstance(javaName);
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform must have SHA-256; SHA-512 is in the JDK's own provider.
            throw new IllegalStateException("this Java runtime lacks " + javaName, e);
        }
    }

    /** The algorithm with this exact lower-case label; empty for all others. */
    public static Optional<DigestAlgorithm> ofLabel(String label) {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.label.equals(label)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
