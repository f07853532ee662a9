package org.aletheia.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TlogProof;

/** Checks across the events of one item. */
final class HistoryOrder {
    private HistoryOrder() {}

    /** The numbers are 1, 2, 3 … without holes. The log does not bind them: they are the server's word. */
    static Finding numbering(ItemHistory history) {
        List<Long> numbers = history.entries().stream()
                .map(ItemHistory.Entry::number)
                .sorted()
                .toList();
        List<Long> expected = LongStream.rangeClosed(1, numbers.size()).boxed().toList();
        if (numbers.isEmpty()) {
            return Finding.failed(Check.NUMBERING, "there are no events");
        }
        return numbers.equals(expected)
                ? Finding.passed(
                        Check.NUMBERING, "1 to " + numbers.size() + " without holes, as the server numbers them")
                : Finding.failed(Check.NUMBERING, "expected 1 to " + numbers.size() + ", found " + numbers);
    }

    /** Later numbers stand later in the log. */
    static Finding logOrder(ItemHistory history, List<ProofCheck.Result> proofs) {
        Map<Long, Long> indexes = new HashMap<>();
        for (int i = 0; i < proofs.size(); i++) {
            long number = history.entries().get(i).number();
            proofs.get(i).proof().ifPresent(proof -> indexes.put(number, proof.index()));
        }
        List<Long> inOrder =
                indexes.keySet().stream().sorted().map(indexes::get).toList();
        boolean ascending =
                LongStream.range(1, inOrder.size()).allMatch(i -> inOrder.get((int) i - 1) < inOrder.get((int) i));
        return ascending && indexes.size() == proofs.size()
                ? Finding.passed(Check.LOG_ORDER, "numbers follow the order of the log")
                : Finding.failed(Check.LOG_ORDER, "expected ascending places in the log, found " + inOrder);
    }

    /** Checkpoints of one size have one root. Between sizes only a consistency proof would tell. */
    static Finding oneTree(List<ProofCheck.Result> proofs) {
        Map<Long, Hash> roots = new HashMap<>();
        List<Long> forks = new ArrayList<>();
        for (ProofCheck.Result result : proofs) {
            result.proof().map(TlogProof::treeHead).ifPresent(head -> compare(head, roots, forks));
        }
        return forks.isEmpty()
                ? Finding.passed(Check.ONE_TREE, roots.size() + " tree heads, none contradicts another of its size")
                : Finding.failed(Check.ONE_TREE, "two roots for size " + forks + ": keep both, this log has forked");
    }

    /** What was told before is told still, under the same numbers: events cannot be hidden from whoever kept a history. */
    static Finding extension(ItemHistory history, ItemHistory earlier) {
        Map<Long, Digest> now = entries(history);
        List<Long> changed = entries(earlier).entrySet().stream()
                .filter(before -> !Objects.equals(before.getValue(), now.get(before.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return changed.isEmpty()
                ? Finding.passed(
                        Check.EARLIER_HISTORY, "its " + earlier.entries().size() + " events are here as they were")
                : Finding.failed(
                        Check.EARLIER_HISTORY, "other or no events under the numbers " + changed + ": keep both");
    }

    private static Map<Long, Digest> entries(ItemHistory history) {
        Map<Long, Digest> entries = new HashMap<>();
        history.entries()
                .forEach(entry -> entries.put(entry.number(), entry.event().entry()));
        return entries;
    }

    private static void compare(Checkpoint head, Map<Long, Hash> roots, List<Long> forks) {
        Hash before = roots.putIfAbsent(head.size(), head.root());
        if (before != null && !before.equals(head.root())) {
            forks.add(head.size());
        }
    }
}
