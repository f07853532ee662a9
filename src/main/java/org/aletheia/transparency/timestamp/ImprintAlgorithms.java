package org.aletheia.transparency.timestamp;

import java.util.Optional;
import org.aletheia.kernel.DigestAlgorithm;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/** Object identifiers of the digests that an imprint may have. */
final class ImprintAlgorithms {
    private ImprintAlgorithms() {}

    static ASN1ObjectIdentifier oid(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> NISTObjectIdentifiers.id_sha256;
            case SHA_512 -> NISTObjectIdentifiers.id_sha512;
        };
    }

    static Optional<DigestAlgorithm> of(ASN1ObjectIdentifier oid) {
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            if (oid(algorithm).equals(oid)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
