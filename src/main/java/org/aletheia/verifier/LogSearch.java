package org.aletheia.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;

/**
 * One walk through a whole log, which is checked, and what it then answers: where leaves stand, and whether it extends
 * earlier trees. Where its checkpoint does not hold, none of its files is read: whoever serves them would say how many.
 */
final class LogSearch {
    private final List<Finding> findings;
    private final Optional<HeadCheck.Signed> now;
    private final Optional<LogWalk> walk;
    private final LeavesWanted leaves;

    private LogSearch(
            List<Finding> findings, Optional<HeadCheck.Signed> now, Optional<LogWalk> walk, LeavesWanted leaves) {
        this.findings = List.copyOf(findings);
        this.now = now;
        this.walk = walk;
        this.leaves = leaves;
    }

    /**
     * Reads the checkpoint and walks.
     *
     * @param leaves are looked for
     * @param sizes of earlier trees that will be asked for
     * @throws IOException the files could not be had; nothing is known then
     */
    static LogSearch in(LogFiles files, Trust trust, Collection<Hash> leaves, Collection<Long> sizes)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<HeadCheck.Signed> now =
                new HeadCheck(trust).read(Check.CHECKPOINT, files.find("checkpoint"), findings);
        return below(now, files, findings, leaves, sizes);
    }

    /** As {@link #in}, of a checkpoint that was read before; what was found of it is in the findings. */
    static LogSearch below(
            Optional<HeadCheck.Signed> now,
            LogFiles files,
            List<Finding> ofHead,
            Collection<Hash> leaves,
            Collection<Long> sizes)
            throws IOException {
        List<Finding> findings = new ArrayList<>(ofHead);
        LeavesWanted wanted = new LeavesWanted(leaves);
        if (now.filter(head -> head.stated().holds()).isEmpty()) {
            findings.add(Finding.notChecked("entries and tiles", "the checkpoint does not hold, so none was read"));
            return new LogSearch(findings, now, Optional.empty(), wanted);
        }
        LogWalk walk = new LogWalk(files, now.get().head().size(), sizes, wanted);
        walk.run();
        findings.addAll(walk.faults());
        findings.add(tree(walk, now.get().head()));
        return new LogSearch(findings, now, Optional.of(walk), wanted);
    }

    /** Of the checkpoint and the log below it. */
    List<Finding> findings() {
        return findings;
    }

    /** Whether the log is what was signed, so that what it does not hold is not in it. */
    boolean verified() {
        return findings.stream().noneMatch(Finding::isFailed);
    }

    /** Index of a leaf that was looked for; empty where the log does not hold it. */
    Optional<Long> index(Hash leaf) {
        return leaves.index(leaf);
    }

    /** The signed tree head, where it could be read. */
    Optional<HeadCheck.Signed> now() {
        return now;
    }

    /** Whether the log extends an earlier tree, whose size was announced; nothing where nothing was read. */
    List<Finding> extending(Checkpoint earlier) {
        return walk.isEmpty() || now.isEmpty()
                ? List.of()
                : List.of(consistency(walk.get(), now.get().head(), earlier));
    }

    private static Finding tree(LogWalk walk, Checkpoint head) {
        Optional<Hash> root = walk.root();
        if (root.isEmpty()) {
            return Finding.failed(
                    Check.TREE, "cannot be computed: " + walk.read() + " of " + head.size() + " entries read");
        }
        return root.get().equals(head.root())
                ? Finding.passed(
                        Check.TREE, head.size() + " entries and " + walk.tiles() + " tiles lead to the signed root")
                : Finding.failed(Check.TREE, "expected " + head.root() + ", computed " + root.get());
    }

    private static Finding consistency(LogWalk walk, Checkpoint head, Checkpoint earlier) {
        if (earlier.size() > head.size()) {
            return Finding.failed(Check.CONSISTENCY, "the log had " + earlier.size() + " entries, now " + head.size());
        }
        Optional<Hash> root = walk.earlierRoot(earlier.size());
        if (root.isEmpty()) {
            return Finding.failed(Check.CONSISTENCY, "cannot be computed: " + walk.read() + " entries read");
        }
        return root.get().equals(earlier.root())
                ? Finding.passed(Check.CONSISTENCY, "the first " + earlier.size() + " entries are those of then")
                : Finding.failed(
                        Check.CONSISTENCY,
                        "the first " + earlier.size()
                                + " entries are others: keep both checkpoints, this log has forked");
    }
}
