package org.aletheia.transparency;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.transparency.ProofException.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every proof of every small tree verifies, and no change of one does. */
@Tag("unit")
class ProofsTest {
    private static final int MAX = 64;
    private static final List<Hash> LEAVES = Trees.leaves(MAX + 2);
    private static final Trees TREES = allSizes();

    @Test
    void everyInclusionProofVerifiesAndNoChangeOfIt() {
        for (int size = 1; size <= MAX; size++) {
            Hash root = root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = TREES.proofs(size).inclusion(index, size);
                proof.verify(LEAVES.get(index), root);
                assertThat(proof.path()).isEqualTo(naivePath(index, 0, size));
                refuseChanges(proof, root);
            }
        }
    }

    @Test
    void everyConsistencyProofVerifiesAndNoChangeOfIt() {
        for (int newSize = 0; newSize <= MAX; newSize++) {
            for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                ConsistencyProof proof = TREES.proofs(newSize).consistency(oldSize, newSize);
                proof.verify(root(oldSize), root(newSize));
                refuseChanges(proof);
            }
        }
    }

    @Test
    void saysWhatIsWrongAndShowsBothValues() {
        InclusionProof proof = TREES.proofs(5).inclusion(2, 5);
        ProofException wrongRoot =
                catchThrowableOfType(ProofException.class, () -> proof.verify(LEAVES.get(2), root(4)));
        assertThat(wrongRoot.reason()).isEqualTo(Reason.ROOT_MISMATCH);
        assertThat(wrongRoot.expected()).isEqualTo(root(4).hex());
        assertThat(wrongRoot.actual()).isEqualTo(root(5).hex());
        assertReason(Reason.INDEX_OUTSIDE_TREE, () -> new InclusionProof(5, 5, proof.path()).rootFrom(LEAVES.get(2)));
        assertReason(Reason.INDEX_OUTSIDE_TREE, () -> new InclusionProof(-1, 5, List.of()).rootFrom(LEAVES.get(2)));
        assertReason(Reason.INDEX_OUTSIDE_TREE, () -> new InclusionProof(0, 0, List.of()).rootFrom(LEAVES.get(2)));
        assertReason(Reason.PATH_LENGTH, () -> new InclusionProof(2, 5, List.of()).rootFrom(LEAVES.get(2)));
        assertReason(Reason.SIZES_REVERSED, () -> new ConsistencyProof(3, 2, List.of()).verify(root(3), root(2)));
        assertReason(Reason.SIZES_REVERSED, () -> new ConsistencyProof(-1, 2, List.of()).verify(root(3), root(2)));
        assertReason(
                Reason.OLD_ROOT_MISMATCH,
                () -> TREES.proofs(5).consistency(3, 5).verify(root(2), root(5)));
        assertReason(
                Reason.ROOT_MISMATCH, () -> TREES.proofs(5).consistency(3, 5).verify(root(3), root(4)));
    }

    @Test
    void copesWithTheLargestSizes() {
        long size = Long.MAX_VALUE;
        for (long index : new long[] {0, 1, size / 2, size - 1}) {
            assertReason(Reason.PATH_LENGTH, () -> new InclusionProof(index, size, List.of()).rootFrom(LEAVES.get(0)));
        }
        List<Hash> path = LEAVES.subList(0, 63);
        assertThat(new InclusionProof(0, size, path).rootFrom(LEAVES.get(0))).isNotNull();
        assertReason(Reason.ROOT_MISMATCH, () -> new ConsistencyProof(1L << 62, size, List.of(LEAVES.get(1)))
                .verify(LEAVES.get(0), LEAVES.get(2)));
    }

    @Test
    void makesNoProofOutsideTheTree() {
        TreeProofs proofs = TREES.proofs(5);
        assertRefused("proof-range", () -> proofs.inclusion(5, 5));
        assertRefused("proof-range", () -> proofs.inclusion(-1, 5));
        assertRefused("proof-range", () -> proofs.consistency(6, 5));
        assertRefused("proof-range", () -> proofs.consistency(-1, 5));
    }

    private static void refuseChanges(InclusionProof proof, Hash root) {
        Hash leaf = LEAVES.get((int) proof.index());
        for (List<Hash> path : changes(proof.path())) {
            refuse(() -> new InclusionProof(proof.index(), proof.treeSize(), path).verify(leaf, root), proof);
        }
        for (int index = -1; index <= proof.treeSize(); index++) {
            InclusionProof moved = new InclusionProof(index, proof.treeSize(), proof.path());
            if (index != proof.index()) {
                refuse(() -> moved.verify(leaf, root), moved);
            }
        }
        refuse(() -> proof.verify(LEAVES.get(MAX + 1), root), proof);
        // A path can fit a neighbouring size; it must then still lead only to that size's own root.
        for (int size = 0; size <= MAX; size++) {
            InclusionProof resized = new InclusionProof(proof.index(), size, proof.path());
            if (size != proof.treeSize()) {
                Hash other = root(size);
                refuse(() -> resized.verify(leaf, other), resized);
            }
        }
    }

    private static void refuseChanges(ConsistencyProof proof) {
        Hash oldRoot = root((int) proof.oldSize());
        Hash newRoot = root((int) proof.newSize());
        for (List<Hash> path : changes(proof.path())) {
            refuse(() -> new ConsistencyProof(proof.oldSize(), proof.newSize(), path).verify(oldRoot, newRoot), proof);
        }
        refuse(() -> proof.verify(LEAVES.get(MAX + 1), newRoot), proof);
        if (proof.oldSize() > 0) {
            refuse(() -> proof.verify(oldRoot, LEAVES.get(MAX + 1)), proof);
        }
        for (int size = 0; size <= MAX; size++) {
            ConsistencyProof older = new ConsistencyProof(size, proof.newSize(), proof.path());
            if (size != proof.oldSize()) {
                refuse(() -> older.verify(oldRoot, newRoot), older);
            }
        }
    }

    /** Each hash changed, left out, doubled and swapped; one more at either end. */
    private static List<List<Hash>> changes(List<Hash> path) {
        List<List<Hash>> changes = new ArrayList<>();
        Hash other = LEAVES.get(MAX + 1);
        for (int i = 0; i <= path.size(); i++) {
            changes.add(inserted(path, i, other));
        }
        for (int i = 0; i < path.size(); i++) {
            List<Hash> without = new ArrayList<>(path);
            without.remove(i);
            changes.add(without);
            changes.add(inserted(path, i, path.get(i)));
            byte[] flipped = path.get(i).bytes();
            flipped[i % 32] ^= 1;
            List<Hash> changed = new ArrayList<>(path);
            changed.set(i, new Hash(flipped));
            changes.add(changed);
            if (i > 0) {
                List<Hash> swapped = new ArrayList<>(path);
                swapped.set(i, path.get(i - 1));
                swapped.set(i - 1, path.get(i));
                changes.add(swapped);
            }
        }
        return changes;
    }

    private static List<Hash> inserted(List<Hash> path, int at, Hash hash) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(at, hash);
        return longer;
    }

    /** RFC 9162 §2.1.3.1, word for word. */
    private static List<Hash> naivePath(int index, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int split = Integer.highestOneBit(to - from - 1);
        boolean left = index < split;
        List<Hash> path = left ? naivePath(index, from, from + split) : naivePath(index - split, from + split, to);
        path.add(TreeHash.root(left ? LEAVES.subList(from + split, to) : LEAVES.subList(from, from + split)));
        return path;
    }

    private static Hash root(int size) {
        return TreeHash.root(LEAVES.subList(0, size));
    }

    private static Trees allSizes() {
        Trees trees = new Trees();
        for (int size = 1; size <= MAX; size++) {
            trees.grow(size);
        }
        return trees;
    }

    private static void refuse(Runnable verification, Object proof) {
        try {
            verification.run();
        } catch (ProofException expected) {
            return;
        }
        fail("accepted " + proof);
    }

    private static void assertReason(Reason reason, Runnable call) {
        ProofException refusal = catchThrowableOfType(ProofException.class, call::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
