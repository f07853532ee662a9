package org.aletheia.testimony.vault;

import java.util.UUID;

/**
 * What the vault holds of a person.
 *
 * @param version from 1, one more each time the identity is stored anew
 * @param unitKey the person's key
 * @param sealed the identity under that key, bound to subject and version
 */
public record SealedIdentity(VaultSubject subject, int version, UUID unitKey, byte[] sealed) {
    public SealedIdentity {
        sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }
}
