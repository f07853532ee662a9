package org.aletheia.custody.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeHead;

/** The entries of the published log from some place on, some thousand at a time. */
final class PublishedEntries {
    private static final int BUNDLES_AT_ONCE = 40;
    private static final int ENTRY_LENGTH = DigestAlgorithm.SHA_256.length();

    private final LogBucket bucket;

    PublishedEntries(LogBucket bucket) {
        this.bucket = bucket;
    }

    /**
     * Hands on the entries behind an edge, each time with the tree to which they are to be appended.
     *
     * @param step appends them; what it throws ends the reading
     * @return what is broken: an entry that is missing, or a tree that the entries do not lead to; empty where nothing is
     */
    String read(Frontier from, TreeHead to, BiConsumer<GrowingTree, List<byte[]>> step) {
        GrowingTree tree = new GrowingTree(from);
        List<byte[]> gathered = new ArrayList<>();
        long index = from.size();
        while (index < to.size()) {
            long bundle = index / TileId.FULL_WIDTH;
            int width = (int) Math.min(TileId.FULL_WIDTH, to.size() - bundle * TileId.FULL_WIDTH);
            Optional<List<byte[]>> entries = bundle(bundle, width);
            if (entries.isEmpty()) {
                return "the log bucket lacks the entries " + index + " to " + (bundle * TileId.FULL_WIDTH + width - 1);
            }
            gathered.addAll(entries.get().subList((int) (index % TileId.FULL_WIDTH), width));
            index = bundle * TileId.FULL_WIDTH + width;
            if (index == to.size() || gathered.size() >= BUNDLES_AT_ONCE * TileId.FULL_WIDTH) {
                if (index == to.size() && !leads(tree, gathered, to)) {
                    return "the entries in the log bucket do not lead from the journal to the signed tree of size "
                            + to.size() + ": one of the two was altered, or they are two histories";
                }
                step.accept(tree, List.copyOf(gathered));
                gathered.clear();
            }
        }
        return "";
    }

    private static boolean leads(GrowingTree tree, List<byte[]> entries, TreeHead to) {
        GrowingTree tried = tree.copy();
        entries.forEach(entry -> tried.append(TreeHash.leaf(entry)));
        return tried.frontier().head().equals(to);
    }

    /** At least so many entries of a bundle, cut to them. */
    private Optional<List<byte[]>> bundle(long index, int width) {
        EntryBundleId full = new EntryBundleId(index, TileId.FULL_WIDTH);
        return bucket.read(new EntryBundleId(index, width))
                .or(() -> bucket.read(full))
                .flatMap(PublishedEntries::parsed)
                .filter(entries -> entries.size() >= width)
                .map(entries -> entries.subList(0, width));
    }

    private static Optional<List<byte[]>> parsed(byte[] bytes) {
        try {
            return Optional.of(EntryBundle.parse(bytes).entries())
                    .filter(entries -> entries.stream().allMatch(entry -> entry.length == ENTRY_LENGTH));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }
}
