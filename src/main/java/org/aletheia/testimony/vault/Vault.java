package org.aletheia.testimony.vault;

import java.util.Optional;

/** Where sealed identities lie, reached with a database role of its own; takes no part in any transaction. */
public interface Vault {
    /** The latest version whose storing was journalled. */
    Optional<SealedIdentity> latest(VaultSubject subject);

    /** The number of the latest version, confirmed or not; 0 where there is none. */
    int lastVersion(VaultSubject subject);

    /**
     * Puts a version in, not yet to be read.
     *
     * @return false where somebody else has put in the same version
     */
    boolean put(SealedIdentity identity);

    /** From now on this version is the one to be read. */
    void confirm(SealedIdentity identity);
}
