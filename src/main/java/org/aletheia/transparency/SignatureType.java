package org.aletheia.transparency;

import java.util.Optional;

/** The signature types of C2SP signed-note that this product makes and checks. */
public enum SignatureType {
    /** Plain Ed25519 over the note text (signed-note). */
    ED25519(0x01, 32, 64),
    /** Timestamped Ed25519 cosignature of a checkpoint (tlog-cosignature). */
    ED25519_COSIGNATURE(0x04, 32, Long.BYTES + 64),
    /** Timestamped ML-DSA-44 (co)signature of a checkpoint (tlog-cosignature, FIPS 204). */
    ML_DSA_44(0x06, 1312, Long.BYTES + 2420);

    private final int code;
    private final int keyLength;
    private final int signatureLength;

    SignatureType(int code, int keyLength, int signatureLength) {
        this.code = code;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
    }

    /** The identifier byte. */
    public byte code() {
        return (byte) code;
    }

    /** Length of the encoded public key in bytes. */
    public int keyLength() {
        return keyLength;
    }

    /** Length of a signature in bytes, its timestamp included, the key id not. */
    public int signatureLength() {
        return signatureLength;
    }

    /** Whether its signatures start with a timestamp and sign a checkpoint instead of the bare text. */
    public boolean timestamped() {
        return this != ED25519;
    }

    static Optional<SignatureType> ofCode(byte code) {
        for (SignatureType type : values()) {
            if (type.code() == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
