package org.aletheia.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileId;

/**
 * Reads a published log from its first entry to its last, computes the tree, and compares every stored tile with it. Goes
 * on after a fault, by the stored hashes where entries cannot be read.
 */
final class LogWalk {
    private static final int MOST_NAMED = 20;
    private static final long NONE = -1;

    private final LogFiles files;
    private final long size;
    private final Iterator<Long> earlierSizes;
    private final GrowingRoot tree = new GrowingRoot(this::compare);
    private final List<Finding> faults = new ArrayList<>();
    private long unnamed;
    private long compared;
    private final Map<Long, Hash> earlierRoots = new HashMap<>();
    private long nextEarlier;
    private final LeavesWanted wanted;

    /**
     * @param earlierSizes after so many entries each root is remembered
     * @param wanted are looked for, too
     */
    LogWalk(LogFiles files, long size, Collection<Long> earlierSizes, LeavesWanted wanted) {
        this.files = files;
        this.size = size;
        this.wanted = wanted;
        this.earlierSizes = new TreeSet<>(earlierSizes).iterator();
        this.nextEarlier = following();
    }

    void run() throws IOException {
        try (BundlesAhead bundles = new BundlesAhead(files, size)) {
            boolean going = true;
            for (var bundle = bundles.next(); going && bundle.isPresent(); bundle = bundles.next()) {
                bundle.get().fault().ifPresent(this::fault);
                Optional<byte[]> leaves = bundle.get().hashes();
                if (leaves.isEmpty()) {
                    leaves = storedHashes(bundle.get().id());
                }
                if (leaves.isPresent()) {
                    append(leaves.get(), bundle.get().id().width());
                }
                going = leaves.isPresent();
            }
        }
        remember();
        if (tree.size() == size) {
            tree.forEachPartial(this::compare);
        }
    }

    /** What is missing, unreadable or not what it should be; the first of them by name. */
    List<Finding> faults() {
        List<Finding> all = new ArrayList<>(faults);
        if (unnamed > 0) {
            all.add(Finding.failed(Check.MORE, unnamed + " files more"));
        }
        return all;
    }

    /** Entries that went into the tree. */
    long read() {
        return tree.size();
    }

    /** Stored tiles that were compared. */
    long tiles() {
        return compared;
    }

    /** The root over all entries; empty where some could not be read. */
    Optional<Hash> root() {
        return tree.size() == size ? Optional.of(tree.root()) : Optional.empty();
    }

    /** The root after an earlier size; empty where so many could not be read. */
    Optional<Hash> earlierRoot(long earlierSize) {
        return Optional.ofNullable(earlierRoots.get(earlierSize));
    }

    private void append(byte[] leaves, int width) throws IOException {
        for (int place = 0; place < width; place++) {
            remember();
            wanted.meet(leaves, place, tree.size());
            tree.append(leaves, place);
        }
    }

    private void remember() {
        if (tree.size() == nextEarlier) {
            earlierRoots.put(nextEarlier, tree.root());
            nextEarlier = following();
        }
    }

    private long following() {
        return earlierSizes.hasNext() ? earlierSizes.next() : NONE;
    }

    /** The tile beside a bundle that cannot be used; empty where that cannot be used, either. */
    private Optional<byte[]> storedHashes(EntryBundleId id) throws IOException {
        TileId tile = new TileId(0, id.index(), id.width());
        return StoredFile.find(files, tile.path(), tile.full().path())
                .map(StoredFile::bytes)
                .filter(bytes -> bytes.length >= id.width() * Hash.LENGTH);
    }

    private void compare(LevelRow computed) throws IOException {
        compared++;
        TileId id = computed.id();
        Optional<StoredFile> stored =
                StoredFile.find(files, id.path(), id.full().path());
        if (stored.isEmpty()) {
            fault(Finding.failed(Check.MISSING, id.path()));
        } else if (!isSame(computed, stored.get())) {
            fault(Finding.failed(Check.TILES, id.path() + " does not hold the hashes of what lies below it"));
        }
    }

    private static boolean isSame(LevelRow computed, StoredFile stored) {
        return stored.holds(computed.width() * Hash.LENGTH, stored.bytes().length) && computed.begins(stored.bytes());
    }

    private void fault(Finding fault) {
        if (faults.size() < MOST_NAMED) {
            faults.add(fault);
        } else {
            unnamed++;
        }
    }
}
