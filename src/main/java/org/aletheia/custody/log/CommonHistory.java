package org.aletheia.custody.log;

import java.util.Arrays;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.ProofException;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TreeHead;
import org.aletheia.transparency.TreeProofs;

/**
 * How far the journal and a signed tree are one history, by consistency proofs from the tiles in the bucket. A tile that is
 * missing or altered proves nothing: then less may be known than there is, and never more.
 */
final class CommonHistory {
    private final LogBucket bucket;
    private final TreeProofs journal;
    private final long journalSize;
    private final TreeHead signed;

    CommonHistory(LogBucket bucket, TreeProofs journal, long journalSize, TreeHead signed) {
        this.bucket = bucket;
        this.journal = journal;
        this.journalSize = journalSize;
        this.signed = signed;
    }

    /** Whether it is proven that neither of the two extends the other. */
    boolean forked() {
        if (signed.size() <= journalSize) {
            return !journal.root(signed.size()).equals(signed.root());
        }
        try {
            Hash theirs = published().root(journalSize);
            return !theirs.equals(journal.root(journalSize)) && extendsFrom(journalSize, theirs);
        } catch (MalformedValueException e) {
            return false;
        }
    }

    /** The largest size up to which they are known to be one. */
    long size() {
        long known = 0;
        long unknown = Math.min(journalSize, signed.size()) + 1;
        while (unknown - known > 1) {
            long middle = known + (unknown - known) / 2;
            if (extendsFrom(middle, journal.root(middle))) {
                known = middle;
            } else {
                unknown = middle;
            }
        }
        return known;
    }

    private boolean extendsFrom(long size, Hash root) {
        try {
            published().consistency(size, signed.size()).verify(root, signed.root());
            return true;
        } catch (MalformedValueException | ProofException e) {
            return false;
        }
    }

    private TreeProofs published() {
        return new TreeProofs(new TileHashReader(this::tile, signed.size()));
    }

    private Tile tile(TileId id) {
        byte[] bytes = bucket.read(id)
                .or(() -> bucket.read(id.full()).map(full -> Arrays.copyOf(full, id.width() * Hash.LENGTH)))
                .orElseThrow(() -> new MalformedValueException("tile-missing", id.path()));
        return Tile.parse(id, bytes);
    }
}
