package org.aletheia.custody.log;

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
        keys.check(head);
        TreeProofs proofs = new TreeProofs(new TileHashReader(rows, head.size()));
        require(LogRefusedException.Reason.ROWS_ALTERED, head.frontier().head(), proofs.root(head.size()));
        if (head.signedCheckpoint() != null) {
            extend(head, keys.open(head.signedCheckpoint()).head(), proofs);
        }
        published.ifPresent(checkpoint -> extend(head, checkpoint.head(), proofs));
    }

    private static void extend(LogHead head, TreeHead older, TreeProofs proofs) {
        if (older.size() > head.size()) {
            throw new LogRefusedException(
                    LogRefusedException.Reason.EVENTS_MISSING,
                    "published " + older.size() + " events, the journal has " + head.size());
        }
        require(LogRefusedException.Reason.FORK, older, proofs.root(older.size()));
    }

    private static void require(LogRefusedException.Reason reason, TreeHead expected, Hash computed) {
        if (!expected.root().equals(computed)) {
            throw new LogRefusedException(
                    reason,
                    "at size " + expected.size() + " expected root " + expected.root() + ", computed " + computed);
        }
    }
}
