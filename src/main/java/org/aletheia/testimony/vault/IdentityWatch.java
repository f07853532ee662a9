package org.aletheia.testimony.vault;

/** Who makes something of identities as they are stored, and keeps no word of them. */
public interface IdentityWatch {
    /**
     * An identity was stored. Called after its event is durable, and outside of any transaction; may be called again for the
     * same identity.
     */
    void stored(VaultSubject subject, Identity identity);

    /**
     * An identity was stored that opens with custodians only: nothing is made of it that could be tried out without them, and what
     * was made of an earlier one goes. Called when and as {@link #stored} is.
     */
    void guarded(VaultSubject subject);
}
