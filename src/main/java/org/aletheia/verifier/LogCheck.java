package org.aletheia.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.SignedNote;

/**
 * Checks a whole published log: who signed its tree head, every entry, every stored hash, and that it extends an earlier
 * tree head. Needs no more memory for a longer log. Of what the entries commit to it says nothing.
 */
public final class LogCheck {
    private static final String TIMESTAMPED = "timestamped-checkpoint";

    private final Trust trust;

    public LogCheck(Trust trust) {
        this.trust = trust;
    }

    private record Signed(Checkpoint head, Optional<Long> time) {}

    /**
     * What was found of one entry in a whole log.
     *
     * @param findings of the log
     * @param index of the entry; empty where the log does not hold it
     * @param time seconds since the epoch: the latest that a verified signature of the log's tree head states
     */
    public record Search(List<Finding> findings, Optional<Long> index, Optional<Long> time) {
        public Search {
            findings = List.copyOf(findings);
        }

        /** Whether the log is what was signed, so that what it does not hold is not in it. */
        public boolean verified() {
            return findings.stream().noneMatch(Finding::isFailed);
        }
    }

    /**
     * Runs all checks.
     *
     * @param earlier a checkpoint of the same log that somebody kept
     * @throws IOException the files could not be had; nothing is known then
     */
    public Verdict check(LogFiles files, Optional<byte[]> earlier) throws IOException {
        List<Finding> ofTimestamps = new ArrayList<>();
        // before the checkpoint: a log that goes on growing has published what it has timestamped
        LogTimestamps timestamps = timestamps(files, ofTimestamps);
        List<Finding> findings = new ArrayList<>();
        Optional<Signed> now = read("checkpoint", files.find("checkpoint"), findings);
        findings.addAll(ofTimestamps);
        Optional<Signed> then = earlier.flatMap(note -> read("earlier-checkpoint", Optional.of(note), findings));
        Map<Long, TimestampCheck.Proven> stamped = new TreeMap<>();
        if (now.isPresent()) {
            List<Checkpoint> earlierHeads = timestampedHeads(timestamps, findings);
            then.map(Signed::head).ifPresent(earlierHeads::add);
            walk(files, Optional.empty(), now.get(), earlierHeads, findings);
            stamped.putAll(stamped(timestamps, findings));
        }
        return new Verdict(findings, proven(now, then, stamped), "proves nothing about this log.");
    }

    /**
     * Checks the whole log, and that it extends each of these tree heads.
     *
     * @param proven tree heads of proofs; whether they were signed was checked there
     * @throws IOException the files could not be had; nothing is known then
     */
    List<Finding> extending(LogFiles files, List<Checkpoint> proven) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<Signed> now = read("checkpoint", files.find("checkpoint"), findings);
        if (now.isPresent()) {
            walk(files, Optional.empty(), now.get(), proven, findings);
        }
        return findings;
    }

    /**
     * Looks for an entry in the whole log, which is checked.
     *
     * @param proven tree head of a proof of this entry, if there is one: the log must extend it
     * @throws IOException the files could not be had; nothing is known then
     */
    public Search find(LogFiles files, Hash leaf, Optional<Checkpoint> proven) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<Signed> now = read("checkpoint", files.find("checkpoint"), findings);
        if (now.isEmpty()) {
            return new Search(findings, Optional.empty(), Optional.empty());
        }
        LogWalk walk = walk(files, Optional.of(leaf), now.get(), proven.stream().toList(), findings);
        return new Search(findings, walk.found(), now.get().time());
    }

    private static long size(Optional<Signed> signed) {
        return signed.map(Signed::head).map(Checkpoint::size).orElse(0L);
    }

    private Optional<Signed> read(String check, Optional<byte[]> bytes, List<Finding> findings) {
        if (bytes.isEmpty()) {
            findings.add(Finding.failed(check, "missing"));
            return Optional.empty();
        }
        try {
            SignedNote note = SignedNote.parse(bytes.get());
            Checkpoint head = Checkpoint.parse(note.text());
            findings.add(Finding.note(
                    check, "size " + head.size() + ", root " + head.root().base64()));
            return Optional.of(new Signed(head, new HeadCheck(trust).check(note, head, findings)));
        } catch (MalformedValueException e) {
            findings.add(Finding.failed(check, e));
            return Optional.empty();
        }
    }

    /** Where no root was given, nothing is asked for: logs of others may have no such files. */
    private LogTimestamps timestamps(LogFiles files, List<Finding> findings) throws IOException {
        if (!trust.timestampRoots().isEmpty()) {
            return LogTimestamps.read(files, findings);
        }
        findings.add(Finding.note("timestamp", "not looked for: no root of an authority was given (--timestamp-root)"));
        return LogTimestamps.none();
    }

    /** Heads that must be of this log and of the size by which they are called. */
    private List<Checkpoint> timestampedHeads(LogTimestamps timestamps, List<Finding> findings) {
        List<Checkpoint> heads = new ArrayList<>();
        for (long size : timestamps.sizes()) {
            Optional<Checkpoint> head = read(TIMESTAMPED, Optional.of(timestamps.checkpoint(size)), findings)
                    .map(Signed::head);
            if (head.filter(found -> found.size() != size).isPresent()) {
                findings.add(Finding.failed(TIMESTAMPED, "that of size " + size + " has another"));
            }
            head.ifPresent(heads::add);
        }
        return heads;
    }

    private Map<Long, TimestampCheck.Proven> stamped(LogTimestamps timestamps, List<Finding> findings) {
        List<TimestampCheck.Held> held = new TimestampCheck(trust).check(timestamps.stamps(), findings);
        Map<Long, TimestampCheck.Proven> stamped = new TreeMap<>();
        for (long size : timestamps.sizes()) {
            TimestampCheck.Proven.of(held.stream()
                            .filter(one -> timestamps.isOf(one.stamp(), size))
                            .toList())
                    .ifPresent(proven -> stamped.put(size, proven));
        }
        return stamped;
    }

    private static LogWalk walk(
            LogFiles files, Optional<Hash> leaf, Signed now, List<Checkpoint> earlier, List<Finding> findings)
            throws IOException {
        LogWalk walk = new LogWalk(
                files, now.head().size(), earlier.stream().map(Checkpoint::size).toList());
        leaf.ifPresent(walk::lookFor);
        walk.run();
        findings.addAll(walk.faults());
        findings.add(tree(walk, now.head()));
        earlier.forEach(head -> findings.add(consistency(walk, now.head(), head)));
        return walk;
    }

    private static Finding tree(LogWalk walk, Checkpoint head) {
        Optional<Hash> root = walk.root();
        if (root.isEmpty()) {
            return Finding.failed(
                    "tree", "cannot be computed: " + walk.read() + " of " + head.size() + " entries read");
        }
        return root.get().equals(head.root())
                ? Finding.passed(
                        "tree", head.size() + " entries and " + walk.tiles() + " tiles lead to the signed root")
                : Finding.failed("tree", "expected " + head.root() + ", computed " + root.get());
    }

    private static Finding consistency(LogWalk walk, Checkpoint head, Checkpoint earlier) {
        if (earlier.size() > head.size()) {
            return Finding.failed("consistency", "the log had " + earlier.size() + " entries, now " + head.size());
        }
        Optional<Hash> root = walk.earlierRoot(earlier.size());
        if (root.isEmpty()) {
            return Finding.failed("consistency", "cannot be computed: " + walk.read() + " entries read");
        }
        return root.get().equals(earlier.root())
                ? Finding.passed("consistency", "the first " + earlier.size() + " entries are those of then")
                : Finding.failed(
                        "consistency",
                        "the first " + earlier.size()
                                + " entries are others: keep both checkpoints, this log has forked");
    }

    private String proven(Optional<Signed> now, Optional<Signed> then, Map<Long, TimestampCheck.Proven> stamped) {
        String times = stamped.entrySet().stream()
                .map(one -> "; its first " + one.getKey() + " entries were in it no later than " + one.getValue())
                .collect(Collectors.joining());
        String extended = then.map(
                        earlier -> " and extends that of size " + earlier.head().size())
                .orElse("; no earlier checkpoint was given, so nothing of what it once was");
        return "proves that the log of " + trust.origin() + " with its " + size(now)
                + " entries is the one that was signed" + extended + times
                + "; says nothing of what the entries commit to.";
    }
}
