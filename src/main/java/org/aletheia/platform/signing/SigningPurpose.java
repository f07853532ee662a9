package org.aletheia.platform.signing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aletheia.transparency.SignatureType;

/**
 * What a set of signing keys is for. No key serves two purposes, and their names differ, so that whoever trusts one for its
 * purpose is never shown it for another.
 */
public enum SigningPurpose {
    /** Tree heads of the log: Ed25519, which every tool checks, and ML-DSA-44 against later attackers. */
    CHECKPOINT("", SignatureType.ED25519, SignatureType.ML_DSA_44),
    /** Promises that an entry will be in the log; relied upon for the time until it is. */
    PROMISE("/promise", SignatureType.ED25519),
    /** Cosignatures of other logs' tree heads. */
    COSIGNING("/witness", SignatureType.ED25519_COSIGNATURE, SignatureType.ML_DSA_44);

    private final String suffix;
    private final List<SignatureType> types;

    SigningPurpose(String suffix, SignatureType... types) {
        this.suffix = suffix;
        this.types = List.of(types);
    }

    /** Name of the keys, for a log of this origin. */
    public String keyName(String origin) {
        return origin + suffix;
    }

    /** The purpose of a key of this name. @throws IllegalArgumentException where it is none of this log's */
    public static SigningPurpose named(String keyName, String origin) {
        return Stream.of(values())
                .filter(purpose -> purpose.keyName(origin).equals(keyName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key of " + origin + ": " + keyName));
    }

    /** Kinds of signatures, in their order in a note. */
    public List<SignatureType> types() {
        return types;
    }

    /** What one kind of its keys is called where they are kept: {@code checkpoint-ml-dsa-44}. */
    String label(SignatureType type) {
        String kind = type == SignatureType.ML_DSA_44 ? "ml-dsa-44" : "ed25519";
        return name().toLowerCase(Locale.ROOT) + "-" + kind;
    }
}
