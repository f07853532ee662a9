package org.aletheia.platform.signing;

import java.util.List;
import org.aletheia.transparency.NoteSigner;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;

/**
 * The private keys that this deployment holds, wherever they are kept; which of them sign is for the log's list of keys to
 * say. May block on a device. Safe for several threads and processes.
 */
public interface SigningKeys {
    /**
     * The public halves of all keys of one purpose and kind, the oldest first. Looked up anew each time.
     *
     * @throws IllegalStateException where one cannot be used, with what to do about it
     * @throws SignerUnavailableException where they cannot be asked for now
     */
    List<NoteVerifierKey> held(SigningPurpose purpose, SignatureType type);

    /** The number of the newest key of a kind; 0 where there is none. Throws as {@link #held(SigningPurpose, SignatureType)}. */
    int newest(SigningPurpose purpose, SignatureType type);

    /**
     * The key of this number, made where there is none yet; durable when this returns.
     *
     * @param number from 1
     * @throws IllegalStateException where there is no place for it, with what to do about it
     * @throws SignerUnavailableException where it cannot be made now
     */
    NoteVerifierKey make(SigningPurpose purpose, SignatureType type, int number);

    /**
     * A signer with a key that is held.
     *
     * @throws IllegalStateException where it is not held, with what to do about it
     */
    NoteSigner signer(NoteVerifierKey key);

    /** The public halves of all keys of one purpose, in the order in which the kinds sign, then the oldest first. */
    default List<NoteVerifierKey> held(SigningPurpose purpose) {
        return purpose.types().stream()
                .flatMap(type -> held(purpose, type).stream())
                .toList();
    }

    /** Makes what is missing for one purpose: a first key of each kind. */
    default List<NoteVerifierKey> heldOrMade(SigningPurpose purpose) {
        purpose.types().stream().filter(type -> newest(purpose, type) == 0).forEach(type -> make(purpose, type, 1));
        return held(purpose);
    }
}
