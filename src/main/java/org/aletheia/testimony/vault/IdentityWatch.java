package org.aletheia.testimony.vault;

/** Who makes something of identities as they are stored, and keeps no word of them. */
public interface IdentityWatch {
    /**
     * An identity was stored. Called after its event is durable, and outside of any transaction; may be called again for the
     * same identity.
     */
    void stored(VaultSubject subject, Identity identity);
}
