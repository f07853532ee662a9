package org.aletheia.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.SignedNote;

/**
 * Checks a whole published log: who signed its tree head, every entry, every stored hash, and that it extends an earlier
 * tree head. Needs no more memory for a longer log. Of what the entries commit to it says nothing.
 */
public final class LogCheck {
    private final Trust trust;

    public LogCheck(Trust trust) {
        this.trust = trust;
    }

    private record Signed(SignedNote note, Checkpoint head) {}

    /**
     * Runs all checks.
     *
     * @param earlier a checkpoint of the same log that somebody kept
     * @throws IOException the files could not be had; nothing is known then
     */
    public Verdict check(LogFiles files, Optional<byte[]> earlier) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<Signed> now = read("checkpoint", files.find("checkpoint"), findings);
        Optional<Signed> then = earlier.flatMap(note -> read("earlier-checkpoint", Optional.of(note), findings));
        if (now.isPresent()) {
            walk(files, now.get().head(), then.map(Signed::head), findings);
        }
        return new Verdict(findings, proven(now, then), "proves nothing about this log.");
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
            new HeadCheck(trust).check(note, head, findings);
            return Optional.of(new Signed(note, head));
        } catch (MalformedValueException e) {
            findings.add(Finding.failed(check, e));
            return Optional.empty();
        }
    }

    private static void walk(LogFiles files, Checkpoint head, Optional<Checkpoint> then, List<Finding> findings)
            throws IOException {
        LogWalk walk =
                new LogWalk(files, head.size(), then.map(Checkpoint::size).orElse(0L));
        walk.run();
        findings.addAll(walk.faults());
        findings.add(tree(walk, head));
        then.ifPresent(earlier -> findings.add(consistency(walk, head, earlier)));
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
        Optional<Hash> root = walk.earlierRoot();
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

    private String proven(Optional<Signed> now, Optional<Signed> then) {
        String extended = then.map(
                        earlier -> " and extends that of size " + earlier.head().size())
                .orElse("; no earlier checkpoint was given, so nothing of what it once was");
        long size = now.map(Signed::head).map(Checkpoint::size).orElse(0L);
        return "proves that the log of " + trust.origin() + " with its " + size + " entries is the one that was signed"
                + extended + "; says nothing of what the entries commit to.";
    }
}
