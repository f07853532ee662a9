package org.aletheia.custody.log;

import java.util.Collection;
import java.util.Optional;
import org.aletheia.custody.store.LogHead;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileReader;
import org.aletheia.transparency.TreeHead;
import org.aletheia.transparency.TreeProofs;

/**
 * Whether the journal's tree may be signed: it must be the tree of its rows, and extend both what was signed last and
 * what the bucket holds. Roots are computed from rows, not taken from the head; that reads a few hundred of them.
 */
final class ExtensionCheck {
    private final TileReader rows;
    private final LogKeys keys;

    ExtensionCheck(TileReader rows, LogKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /**
     * Returns normally only if signing the head cannot contradict anything that was signed or published.
     *
     * @throws LogRefusedException for the first rule that is broken
     */
    void check(LogHead head, Optional<Checkpoint> published) {
        TreeProofs proofs = rows(head);
        if (head.signedCheckpoint() != null) {
            extend(head, keys.open(head.signedCheckpoint()).head(), proofs);
        }
        published.ifPresent(checkpoint -> extend(head, checkpoint.head(), proofs));
    }

    /**
     * The tree of the journal's rows, if it is the one that was recorded with them, of this log.
     *
     * @throws LogRefusedException {@code ORIGIN_CHANGED}, {@code KEYS_CHANGED} or {@code ROWS_ALTERED}
     */
    TreeProofs rows(LogHead head) {
        keys.check(head);
        TreeProofs proofs = new TreeProofs(new TileHashReader(rows, head.size()));
        require(LogRefusedException.Reason.ROWS_ALTERED, head.frontier().head(), proofs.root(head.size()));
        return proofs;
    }

    /**
     * As {@link #check}, for checkpoints of this log that others keep. One that this log's keys have not signed proves
     * nothing: whoever shows it is not believed.
     */
    void cosigned(LogHead head, Collection<String> notes) {
        TreeProofs proofs = new TreeProofs(new TileHashReader(rows, head.size()));
        for (String note : notes) {
            keys.genuine(note).ifPresent(checkpoint -> extend(head, checkpoint.head(), proofs));
        }
    }

    /** Refuses where the journal lacks events of that tree, or its own tree of that size is another. */
    static void extend(LogHead head, TreeHead older, TreeProofs proofs) {
        if (older.size() > head.size()) {
            throw new LogRefusedException(
                    LogRefusedException.Reason.EVENTS_MISSING,
                    "published " + older.size() + " events, the journal has " + head.size());
        }
        require(LogRefusedException.Reason.FORK, older, proofs.root(older.size()));
    }

    /** Refuses where two trees of this log are not one and the same. */
    static void same(TreeHead ours, TreeHead other) {
        if (!ours.equals(other)) {
            throw new LogRefusedException(
                    LogRefusedException.Reason.FORK,
                    "size " + other.size() + " was published with root " + other.root() + ", now it has "
                            + ours.root());
        }
    }

    private static void require(LogRefusedException.Reason reason, TreeHead expected, Hash computed) {
        if (!expected.root().equals(computed)) {
            throw new LogRefusedException(
                    reason,
                    "at size " + expected.size() + " expected root " + expected.root() + ", computed " + computed);
        }
    }
}
