package org.aletheia.custody.cosigning;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TreeHead;
import org.jboss.logging.Logger;

/**
 * What was cosigned last of each log, kept in this log's bucket, too: the bucket is not set back with the database. Every
 * method throws {@link org.aletheia.platform.objectstore.StorageUnavailableException} where the bucket is away.
 */
final class CosigningMemory {
    private static final Logger LOG = Logger.getLogger(CosigningMemory.class);
    private static final String FOLDER = "witness/";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int LIMIT = 1 << 20;

    private final ObjectStore bucket;
    private final Supplier<List<NoteVerifierKey>> keys;

    /** @param keys that this server cosigns with */
    CosigningMemory(ObjectStore bucket, Supplier<List<NoteVerifierKey>> keys) {
        this.bucket = bucket;
        this.keys = keys;
    }

    /** SHA-256 of an origin in lower-case hex: its name in paths. */
    static String digest(String origin) {
        return Digest.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /**
     * What was cosigned last: the bucket's, where the database is behind it.
     *
     * @param known the database's
     * @throws CosigningSuspendedException where the bucket's cannot be relied on and may be the later one
     */
    Optional<SignedNote> last(String origin, Optional<SignedNote> known) {
        Optional<SignedNote> kept = read(origin);
        if (kept.isEmpty()) {
            return known;
        }
        TreeHead ours = known.map(CosigningMemory::head).orElse(TreeHead.empty());
        TreeHead theirs = head(kept.get());
        if (theirs.size() < ours.size() || theirs.equals(ours)) {
            return known;
        }
        if (theirs.size() == ours.size() || !isCosigned(kept.get())) {
            throw suspended(
                    origin, "and the one in the database are not of one history, or no key of ours has signed it");
        }
        return kept;
    }

    /** Keeps what was cosigned; nothing is written where it is there. */
    void keep(String origin, SignedNote note) {
        if (read(origin)
                .filter(kept -> kept.text().equals(note.text()) && isCosigned(kept))
                .isEmpty()) {
            bucket.put(path(origin), note.format().getBytes(StandardCharsets.UTF_8), TEXT);
        }
    }

    private Optional<SignedNote> read(String origin) {
        try {
            SignedNote note = SignedNote.parse(bucket.readAll(path(origin), LIMIT));
            if (Checkpoint.parse(note.text()).origin().equals(origin)) {
                return Optional.of(note);
            }
            throw suspended(origin, "is of another log");
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (MalformedValueException e) {
            throw suspended(origin, "cannot be read");
        }
    }

    private boolean isCosigned(SignedNote note) {
        try {
            return !note.open(keys.get()).isEmpty();
        } catch (NoteException e) {
            return false;
        }
    }

    private static CosigningSuspendedException suspended(String origin, String what) {
        String why = "log " + origin + " is not cosigned: what was kept of it in the log bucket (" + path(origin) + ") "
                + what;
        LOG.errorf("%s. Find out who wrote it; without it, only the database remembers what was cosigned", why);
        return new CosigningSuspendedException(why);
    }

    private static TreeHead head(SignedNote note) {
        return Checkpoint.parse(note.text()).head();
    }

    private static String path(String origin) {
        return FOLDER + digest(origin);
    }
}
