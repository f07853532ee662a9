package org.aletheia.custody.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aletheia.custody.store.LogHead;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.SignerUnavailableException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TreeHead;
import org.jspecify.annotations.Nullable;

/** The name of this log and its keys: signs its tree heads and recognises what it has signed. */
public final class LogKeys {
    private final String origin;
    private final Signer signer;
    private final IntConsumer lists;
    private volatile @Nullable Opened last;

    private record Opened(String note, Checkpoint checkpoint) {}

    /** Keys that never change while this lives. */
    public LogKeys(String origin, Signer signer) {
        this(origin, signer, number -> {});
    }

    /** @param lists told of each number of lists of keys that the database was seen to hold: the signer goes by them then */
    public LogKeys(String origin, Signer signer, IntConsumer lists) {
        this.origin = origin;
        this.signer = signer;
        this.lists = lists;
    }

    /** Name of the log. */
    public String origin() {
        return origin;
    }

    /** The keys that sign now as vkey texts, in the order of signatures. */
    List<String> vkeys() {
        return texts(signer.verifierKeys());
    }

    private static List<String> texts(List<NoteVerifierKey> keys) {
        return keys.stream().map(NoteVerifierKey::format).toList();
    }

    /**
     * Has the keys that signed what was published known, also those that the database has forgotten.
     *
     * @param head of the log, asked for where they cannot be known
     * @throws LogRefusedException {@code ORIGIN_CHANGED} where that is so because the log has another name
     */
    void prepare(Supplier<LogHead> head) {
        try {
            signer.knownKeys();
        } catch (SignerUnavailableException e) {
            checkName(head.get());
            throw e;
        }
    }

    /** Signs a tree head with all keys that are active. */
    SignedNote sign(TreeHead head) {
        return signer.sign(Checkpoint.of(origin, head).format());
    }

    /**
     * The checkpoint in a note, if a key of each kind of this log has signed it: one that signs now, or did before. The same
     * note as last time is not verified again.
     *
     * @throws LogRefusedException {@code FOREIGN_CHECKPOINT}
     */
    public Checkpoint open(String note) {
        Opened known = last;
        if (known == null || !known.note().equals(note)) {
            known = new Opened(note, verify(note, signer.knownKeys()));
            last = known;
        }
        return known.checkpoint();
    }

    /**
     * As {@link #open}, of a note that somebody else shows; empty if it is not signed so, or by keys that they may have stolen.
     */
    public Optional<Checkpoint> genuine(String note) {
        try {
            return Optional.of(verify(note, signer.soundKeys()));
        } catch (LogRefusedException e) {
            return Optional.empty();
        }
    }

    private Checkpoint verify(String note, List<NoteVerifierKey> keys) {
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            Set<SignatureType> kinds = signed.open(keys).stream()
                    .map(verified -> verified.key().type())
                    .collect(Collectors.toSet());
            if (checkpoint.origin().equals(origin)
                    && keys.stream().map(NoteVerifierKey::type).allMatch(kinds::contains)) {
                return checkpoint;
            }
            throw foreign("not signed by each kind of key of " + origin);
        } catch (MalformedValueException | NoteException e) {
            throw foreign(String.valueOf(e.getMessage()));
        }
    }

    /** Refuses to go on under another name, or where keys have signed the last checkpoint that are not known to be this log's. */
    public void check(LogHead head) {
        lists.accept(head.keyLists());
        checkName(head);
        if (!texts(signer.knownKeys()).containsAll(head.vkeys())) {
            throw new LogRefusedException(
                    LogRefusedException.Reason.KEYS_CHANGED, "the keys of the last checkpoint are not known");
        }
    }

    /** Where nothing was signed yet any name may be the log's. */
    private void checkName(LogHead head) {
        if (head.origin() != null && !head.origin().equals(origin)) {
            throw new LogRefusedException(LogRefusedException.Reason.ORIGIN_CHANGED, head.origin());
        }
    }

    private static LogRefusedException foreign(String detail) {
        return new LogRefusedException(LogRefusedException.Reason.FOREIGN_CHECKPOINT, detail);
    }
}
