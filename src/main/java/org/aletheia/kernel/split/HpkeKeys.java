package org.aletheia.kernel.split;

/**
 * A pair of keys for {@link Hpke}.
 *
 * @param publicKey 32 bytes, as RFC 7748 writes them
 * @param privateKey 32 bytes; for the caller to wipe
 */
@SuppressWarnings("ArrayRecordComponent") // a copy could not be wiped
public record HpkeKeys(byte[] publicKey, byte[] privateKey) {
    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "HpkeKeys[]";
    }
}
