package org.aletheia.testimony.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

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

    /**
     * Those whose version to be read opens without custodians, in the order of their subjects; without those for whom a later one
     * may be on its way in.
     *
     * @param after behind whom; null for the first
     */
    List<SealedIdentity> alone(@Nullable VaultSubject after, int most);

    /** How many those are in all, whose key was destroyed among them. */
    long countAlone();

    /** Whether any version may be on its way in. */
    boolean underWay();

    /**
     * As {@link #put}, of a version that says what another says.
     *
     * @param said the number of that one
     * @return false also where there is a later one, or may be soon
     */
    boolean putAgain(SealedIdentity identity, int said);

    /** Subjects of which an earlier version opens without custodians, and the one to be read does not. */
    List<VaultSubject> behind(int most);

    /** Empties such versions of one; how many those were. */
    int forgetAlone(VaultSubject subject);
}
