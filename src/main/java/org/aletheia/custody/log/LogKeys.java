package org.aletheia.custody.log;

import java.util.List;
import java.util.Optional;
import org.aletheia.custody.store.LogHead;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.signing.Signer;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TreeHead;
import org.jspecify.annotations.Nullable;

/** The name of this log and its keys: signs its tree heads and recognises what it has signed. */
public final class LogKeys {
    private final String origin;
    private final Signer signer;
    private volatile @Nullable Opened last;

    private record Opened(String note, Checkpoint checkpoint) {}

    public LogKeys(String origin, Signer signer) {
        this.origin = origin;
        this.signer = signer;
    }

    /** Name of the log. */
    public String origin() {
        return origin;
    }

    /** The verifier keys as vkey texts, in the order of signatures. */
    public List<String> vkeys() {
        return signer.verifierKeys().stream().map(NoteVerifierKey::format).toList();
    }

    /** Signs a tree head with all keys. */
    SignedNote sign(TreeHead head) {
        return signer.sign(Checkpoint.of(origin, head).format());
    }

    /**
     * The checkpoint in a note, if every key of this log has signed it. The same note as last time is not verified again.
     *
     * @throws LogRefusedException {@code FOREIGN_CHECKPOINT}
     */
    public Checkpoint open(String note) {
        Opened known = last;
        if (known == null || !known.note().equals(note)) {
            known = new Opened(note, verify(note));
            last = known;
        }
        return known.checkpoint();
    }

    /** The checkpoint in a note of somebody else, if every key of this log has signed it. */
    public Optional<Checkpoint> genuine(String note) {
        try {
            return Optional.of(verify(note));
        } catch (LogRefusedException e) {
            return Optional.empty();
        }
    }

    private Checkpoint verify(String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            long keys = signed.open(signer.verifierKeys()).stream()
                    .map(SignedNote.Verified::key)
                    .distinct()
                    .count();
            if (keys == signer.verifierKeys().size() && checkpoint.origin().equals(origin)) {
                return checkpoint;
            }
            throw foreign("not signed by all keys of " + origin);
        } catch (MalformedValueException | NoteException e) {
            throw foreign(String.valueOf(e.getMessage()));
        }
    }

    /** Refuses to go on under another name or with other keys than those of the last checkpoint. */
    public void check(LogHead head) {
        if (head.origin() == null) {
            return; // nothing was signed yet
        }
        if (!head.origin().equals(origin)) {
            throw new LogRefusedException(LogRefusedException.Reason.ORIGIN_CHANGED, head.origin());
        }
        if (!head.vkeys().equals(vkeys())) {
            throw new LogRefusedException(
                    LogRefusedException.Reason.KEYS_CHANGED, "the keys are not those of the last checkpoint");
        }
    }

    private static LogRefusedException foreign(String detail) {
        return new LogRefusedException(LogRefusedException.Reason.FOREIGN_CHECKPOINT, detail);
    }
}
