package org.aletheia.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aletheia.transparency.Checkpoint;

/**
 * Checks a whole published log: who signed its tree head, every entry, every stored hash, and that it extends an earlier
 * tree head. Needs no more memory for a longer log. Of what the entries commit to it says nothing.
 */
public final class LogCheck {
    private final Trust trust;
    private final HeadCheck heads;

    public LogCheck(Trust trust) {
        this.trust = trust;
        this.heads = new HeadCheck(trust);
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
        Optional<HeadCheck.Signed> now = heads.read(Check.CHECKPOINT, files.find("checkpoint"), findings);
        List<Finding> ofEarlier = new ArrayList<>();
        Optional<Checkpoint> then =
                earlier.flatMap(note -> heads.read(Check.EARLIER_CHECKPOINT, Optional.of(note), ofEarlier)
                        .map(HeadCheck.Signed::head));
        List<Finding> ofStamps = new ArrayList<>();
        Map<Long, TimestampCheck.Proven> stamped = stamped(timestamps, ofStamps);
        List<Checkpoint> earlierHeads = timestampedHeads(timestamps, stamped, ofEarlier);
        then.ifPresent(earlierHeads::add);
        LogSearch search = LogSearch.below(
                now,
                files,
                findings,
                List.of(),
                earlierHeads.stream().map(Checkpoint::size).toList());
        findings = new ArrayList<>(search.findings());
        findings.addAll(ofTimestamps);
        findings.addAll(ofEarlier);
        for (Checkpoint head : earlierHeads) {
            findings.addAll(search.extending(head));
        }
        findings.addAll(ofStamps);
        if (earlier.isEmpty()) {
            findings.add(Finding.notChecked("earlier history", "no checkpoint of before was given to be extended"));
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
        LogSearch search = LogSearch.in(
                files, trust, List.of(), proven.stream().map(Checkpoint::size).toList());
        List<Finding> findings = new ArrayList<>(search.findings());
        proven.forEach(head -> findings.addAll(search.extending(head)));
        return findings;
    }

    /** Where no root was given, nothing is asked for: logs of others may have no such files. */
    private LogTimestamps timestamps(LogFiles files, List<Finding> findings) throws IOException {
        return trust.timestampRoots().isEmpty() ? LogTimestamps.none() : LogTimestamps.read(files, findings);
    }

    /** Heads that must be of this log and of the size by which they are called. */
    private List<Checkpoint> timestampedHeads(
            LogTimestamps timestamps, Map<Long, TimestampCheck.Proven> stamped, List<Finding> findings) {
        List<Checkpoint> found = new ArrayList<>();
        for (long size : timestamps.sizes()) {
            Optional<Checkpoint> head = heads.read(
                            Check.TIMESTAMPED_CHECKPOINT,
                            Optional.of(timestamps.checkpoint(size)),
                            Optional.ofNullable(stamped.get(size)).map(TimestampCheck.Proven::notLaterThan),
                            findings)
                    .map(HeadCheck.Signed::head);
            if (head.filter(read -> read.size() != size).isPresent()) {
                findings.add(Finding.failed(Check.TIMESTAMPED_CHECKPOINT, "that of size " + size + " has another"));
            }
            head.ifPresent(found::add);
        }
        return found;
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

    private String proven(
            Optional<HeadCheck.Signed> now, Optional<Checkpoint> then, Map<Long, TimestampCheck.Proven> stamped) {
        String times = stamped.entrySet().stream()
                .map(one -> "; its first " + one.getKey() + " entries were in it no later than " + one.getValue())
                .collect(Collectors.joining());
        String extended = then.map(earlier -> " and extends that of size " + earlier.size())
                .orElse("; no earlier checkpoint was given, so nothing of what it once was");
        return "proves that the log of " + trust.origin() + " with its "
                + now.map(signed -> signed.head().size()).orElse(0L) + " entries is the one that was signed" + extended
                + times + "; says nothing of what the entries commit to.";
    }
}
