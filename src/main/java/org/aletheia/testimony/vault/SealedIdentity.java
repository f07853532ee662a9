package org.aletheia.testimony.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the vault holds of a person.
 *
 * @param version from 1, one more each time the identity is stored anew
 * @param unitKey the person's key
 * @param sealed the identity under that key, bound to subject and version
 * @param split what else it takes to open it; null where that key alone does
 */
public record SealedIdentity(
        VaultSubject subject,
        int version,
        UUID unitKey,
        byte[] sealed,
        @Nullable Split split) {
    /**
     * That it is sealed a second time, to a key that was split among custodians when it was stored.
     *
     * @param id random: says nothing of whom it is about, to custodians neither
     * @param scheme whose custodians
     */
    public record Split(UUID id, UUID scheme) {}

    public SealedIdentity {
        sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }
}
