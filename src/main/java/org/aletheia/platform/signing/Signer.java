package org.aletheia.platform.signing;

import java.util.List;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;

/**
 * Signs notes for one purpose with every key of that purpose, wherever the keys are kept. May block on a network; never
 * called inside a transaction. Safe for several threads.
 */
public interface Signer {
    /** The public keys, in the order of their signatures. The same ones for the life of the process. */
    List<NoteVerifierKey> verifierKeys();

    /**
     * Signs a text with all keys; all signatures or none.
     *
     * @param noteText ends in a newline; a checkpoint, since the timestamped types sign nothing else
     * @throws SignerUnavailableException where a key cannot be used now; worth repeating later
     */
    SignedNote sign(String noteText);
}
