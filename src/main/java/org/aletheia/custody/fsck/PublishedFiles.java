package org.aletheia.custody.fsck;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileId;

/** Compares tiles and bundles of entries with what the bucket holds under their paths. */
final class PublishedFiles {
    private final LogBucket bucket;
    private final Examination told;

    PublishedFiles(LogBucket bucket, Examination told) {
        this.bucket = bucket;
        this.told = told;
    }

    void compare(Tile tile) {
        TileId id = tile.id();
        compare(id.path(), id.partial(), () -> bucket.read(id), () -> bucket.read(id.full()), tile.toBytes());
    }

    void compare(EntryBundleId id, EntryBundle bundle) {
        EntryBundleId full = new EntryBundleId(id.index(), TileId.FULL_WIDTH);
        compare(id.path(), id.partial(), () -> bucket.read(id), () -> bucket.read(full), bundle.toBytes());
    }

    /** A partial file may be gone once the full one is there, which begins with it. */
    private void compare(
            String path,
            boolean partial,
            Supplier<Optional<byte[]>> own,
            Supplier<Optional<byte[]>> full,
            byte[] expected) {
        try {
            Optional<byte[]> found = own.get();
            boolean begins = found.isEmpty() && partial;
            found = begins ? full.get() : found;
            if (found.isEmpty()) {
                told.found(CustodyFinding.PUBLISHED_MISSING, path, "not in the bucket");
                return;
            }
            byte[] bytes = found.get();
            int length = begins ? Math.min(expected.length, bytes.length) : bytes.length;
            int differs = Arrays.mismatch(bytes, 0, length, expected, 0, expected.length);
            if (differs >= 0) {
                told.found(CustodyFinding.PUBLISHED_ALTERED, path, "differs from the journal's at byte " + differs);
            }
        } catch (IllegalStateException e) {
            told.found(CustodyFinding.PUBLISHED_ALTERED, path, "longer than any");
        }
    }
}
