package org.aletheia.testimony.vault.custodians;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where keys and schemes are kept; what writes joins the caller's transaction. */
public interface CustodianRegister {
    /** Puts a member's public key in the place of an earlier one. Schemes keep those with which they began. */
    void putKey(UUID member, byte[] key, Instant since);

    /** A member's public key. */
    Optional<byte[]> key(UUID member);

    /**
     * Those of some members who could be custodians at a moment: persons whose enrolment stands, in an organisation that is not
     * frozen, with a key, and not with the role by which custodians are set up.
     *
     * @return in no order, numbered from 1
     */
    List<Custodian> candidates(Collection<UUID> members, Instant now);

    /** Begins a scheme. The database sees that two decided it. */
    void begin(CustodianScheme scheme, UUID approval);

    /** Ends one, likewise. @return false where it had ended */
    boolean end(UUID scheme, UUID approval, Instant at);

    /** The one that stands. */
    Optional<CustodianScheme> standing();

    /** One that stands or stood. */
    Optional<CustodianScheme> find(UUID id);

    /** All after an id, in order of ids. */
    List<CustodianScheme> after(UUID id, int most);
}
