package org.aletheia.custody.fsck;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.aletheia.custody.store.EstateStore;
import org.aletheia.transparency.CompactTree;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TreeHead;
import org.jspecify.annotations.Nullable;

/** The roots that the tree must have at some sizes: every one that was signed, and those named besides. */
final class ExpectedRoots {
    private static final int PAGE = 1000;

    private final EstateStore estate;
    private final long upTo;
    private final Examination told;
    private final PriorityQueue<Expected> named = new PriorityQueue<>(
            Comparator.comparingLong(expected -> expected.head().size()));
    private final Deque<TreeHead> signed = new ArrayDeque<>();
    private long lastSigned;
    private boolean more = true;
    private long firstWrong;
    private long wrong;

    private record Expected(TreeHead head, CustodyFinding code, String where) {}

    /** @param position behind which it goes on */
    ExpectedRoots(EstateStore estate, long upTo, JournalPosition position, Examination told) {
        this.estate = estate;
        this.upTo = upTo;
        this.told = told;
        this.lastSigned =
                position.frontier().size() == 0 ? -1 : position.frontier().size();
        this.firstWrong = position.firstWrong();
        this.wrong = position.wrong();
    }

    /** Size of the first signed tree head that is not of this tree; -1 for none. */
    long firstWrong() {
        return firstWrong;
    }

    /** How many there are so far. */
    long wrong() {
        return wrong;
    }

    void expect(TreeHead head, CustodyFinding code, String where) {
        named.add(new Expected(head, code, where));
    }

    /** Compares what is expected of the tree at its present size; to be called at each size. */
    void reached(CompactTree tree) {
        Hash root = null;
        for (Expected next = named.peek(); next != null && next.head().size() == tree.size(); next = named.peek()) {
            root = root == null ? tree.head().root() : root;
            compare(named.remove(), root);
        }
        for (TreeHead next = nextSigned(); next != null && next.size() == tree.size(); next = nextSigned()) {
            root = root == null ? tree.head().root() : root;
            compareSigned(signed.remove(), root);
        }
    }

    /**
     * Tells of what the tree never reached, and of the signed ones: where one is wrong all later ones are, so they are told
     * together.
     *
     * @param whole whether the tree was grown to its end
     */
    void end(boolean whole) {
        if (whole) {
            named.forEach(expected -> told.found(
                    expected.code(),
                    expected.where(),
                    "is of size " + expected.head().size() + ", the journal has " + upTo));
        }
        if (wrong > 0) {
            told.found(
                    CustodyFinding.TREE_CHECKPOINT,
                    "log_checkpoint " + firstWrong,
                    "the first of " + wrong + " that are no tree head of the journal");
        }
    }

    private void compare(Expected expected, Hash root) {
        if (!expected.head().root().equals(root)) {
            told.found(
                    expected.code(),
                    expected.where(),
                    "at size " + expected.head().size() + " expected root "
                            + expected.head().root().base64() + ", computed " + root.base64());
        }
    }

    private void compareSigned(TreeHead head, Hash root) {
        if (!head.root().equals(root)) {
            firstWrong = wrong == 0 ? head.size() : firstWrong;
            wrong++;
        }
    }

    private @Nullable TreeHead nextSigned() {
        if (signed.isEmpty() && more) {
            signed.addAll(estate.checkpoints(lastSigned, upTo, PAGE));
            more = signed.size() == PAGE;
            lastSigned = signed.isEmpty() ? lastSigned : signed.getLast().size();
        }
        return signed.peek();
    }
}
