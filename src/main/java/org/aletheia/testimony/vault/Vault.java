package org.aletheia.testimony.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.kernel.Digest;

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

    /** Puts in the shares of a version that is not there yet. */
    void putParts(UUID split, List<CustodianPart> parts);

    /** One custodian's share. */
    Optional<CustodianPart> part(UUID split, int number);

    /** By which each share is known to be right, by the number of its custodian. */
    Map<Integer, Digest> commitments(UUID split);

    /** From now on this version is the one to be read. */
    void confirm(SealedIdentity identity);
}
