package org.aletheia.platform.signing;

import java.util.List;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;

/**
 * Signs notes for one purpose with every key that is active for it, wherever the keys are kept. May block on a network;
 * never called inside a transaction. Safe for several threads.
 */
public interface Signer {
    /**
     * The public keys that sign now, in the order of their signatures.
     *
     * @throws SignerUnavailableException where that is not known now
     */
    List<NoteVerifierKey> verifierKeys();

    /** All keys of which this deployment's own signatures may be, those that no longer sign included. */
    default List<NoteVerifierKey> knownKeys() {
        return verifierKeys();
    }

    /** As {@link #knownKeys}, less those with which somebody else may have signed. */
    default List<NoteVerifierKey> soundKeys() {
        return knownKeys();
    }

    /**
     * Signs a text with all active keys; all signatures or none.
     *
     * @param noteText ends in a newline; a checkpoint, since the timestamped types sign nothing else
     * @throws SignerUnavailableException where a key cannot be used now; worth repeating later
     */
    SignedNote sign(String noteText);
}
