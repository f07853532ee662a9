package org.aletheia.platform.signing;

import java.time.InstantSource;
import java.util.List;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteSigner;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;

/** Signs in this process with keys held in memory. */
public final class LocalSigner implements Signer {
    private final List<NoteVerifierKey> verifierKeys;
    private final List<NoteSigner> signers;

    /**
     * @param keys of one name, in the order in which they sign
     * @param clock gives the time of timestamped signatures
     */
    public LocalSigner(List<NoteKeyPair> keys, InstantSource clock) {
        this.verifierKeys = keys.stream().map(NoteKeyPair::verifierKey).toList();
        this.signers = keys.stream().map(key -> key.signer(clock)).toList();
    }

    @Override
    public List<NoteVerifierKey> verifierKeys() {
        return verifierKeys;
    }

    @Override
    public SignedNote sign(String noteText) {
        return SignedNote.sign(noteText, signers);
    }
}
