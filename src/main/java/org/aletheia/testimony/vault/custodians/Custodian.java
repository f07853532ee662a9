package org.aletheia.testimony.vault.custodians;

import java.util.UUID;
import org.aletheia.kernel.Digest;

/**
 * Somebody who keeps a share of what opens an identity.
 *
 * @param number which share, from 1
 * @param key the public key to which it is sealed
 */
public record Custodian(int number, UUID member, UUID organisation, byte[] key) {
    public Custodian {
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /** By which people compare keys. */
    public Digest fingerprint() {
        return Digest.sha256(key);
    }
}
