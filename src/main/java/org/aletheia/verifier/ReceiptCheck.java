package org.aletheia.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.TlogProof;

/**
 * Checks a receipt, a file against it, and that its promise was kept. What is missing fails, unless it is waived. Never
 * throws for what the receipt holds.
 */
public final class ReceiptCheck {
    private static final String DOES_NOT = "does not prove who made them, when, where, or that what they show is true.";

    private final Trust trust;
    private final EventTypeRegistry types;
    private final boolean promiseSuffices;

    /**
     * @param types whose codes are known; others verify as well and are named
     * @param promiseSuffices waives the proof: a receipt of which the log has not been published yet
     */
    public ReceiptCheck(Trust trust, EventTypeRegistry types, boolean promiseSuffices) {
        this.trust = trust;
        this.types = types;
        this.promiseSuffices = promiseSuffices;
    }

    /**
     * What is at hand beside receipts.
     *
     * @param file digest of the file in hand, if there is one
     * @param log the whole log, walked with the receipt's leaf and tree head in mind: that it holds the entry stands for a
     *     proof; where there is one, the log must extend its tree
     * @param checkpoint a signed one that somebody kept, to show that a promise was broken
     */
    record Beside(Optional<Digest> file, Optional<LogSearch> log, Optional<byte[]> checkpoint) {}

    /**
     * Runs all checks, none stops at the first failure.
     *
     * @param file digest of the file in hand, if there is one
     * @param log the published log, to look whether it holds the entry: it stands for a proof; where there is one, the
     *     log must extend its tree
     * @throws IOException the log could not be had; nothing is known then
     */
    public Verdict check(Receipt receipt, Optional<Digest> file, Optional<LogFiles> log) throws IOException {
        return check(receipt, file, log, Optional.empty());
    }

    /**
     * As {@link #check(Receipt, Optional, Optional)}.
     *
     * @param checkpoint a signed one that somebody kept: of a time after the promised one and without the entry, it shows
     *     that the promise was broken
     */
    public Verdict check(Receipt receipt, Optional<Digest> file, Optional<LogFiles> log, Optional<byte[]> checkpoint)
            throws IOException {
        if (log.isEmpty()) {
            return check(receipt, new Beside(file, Optional.empty(), checkpoint));
        }
        LogSearch search = search(List.of(receipt), log.get(), checkpoint);
        Verdict verdict = check(receipt, new Beside(file, Optional.of(search), checkpoint));
        List<Finding> all = new ArrayList<>(search.findings());
        all.addAll(verdict.findings());
        return new Verdict(all, verdict.proven(), verdict.unproven());
    }

    /**
     * Walks the log once for all of these receipts.
     *
     * @throws IOException the log could not be had; nothing is known then
     */
    LogSearch search(List<Receipt> receipts, LogFiles log, Optional<byte[]> checkpoint) throws IOException {
        List<Long> sizes = new ArrayList<>();
        receipts.stream()
                .flatMap(receipt -> proof(receipt).stream())
                .flatMap(proof -> proof.treeHead().stream())
                .map(Checkpoint::size)
                .forEach(sizes::add);
        new HeadCheck(trust)
                .read(Check.CHECKPOINT, checkpoint, new ArrayList<>())
                .ifPresent(signed -> sizes.add(signed.head().size()));
        return LogSearch.in(
                log,
                trust,
                receipts.stream().map(receipt -> receipt.event().leafHash()).toList(),
                sizes);
    }

    /** As {@link #check(Receipt, Optional, Optional, Optional)}, but for what was found of the log as a whole. */
    Verdict check(Receipt receipt, Beside beside) {
        List<Finding> findings = new ArrayList<>();
        DisclosedEvent event = receipt.event();
        findings.add(Finding.note(Check.EVENT, "entry " + event.entry().hex()));
        Optional<Promise> promise = promise(receipt, findings);
        Optional<ProofCheck.Result> proof = proof(receipt);
        proof.map(ProofCheck.Result::findings).ifPresent(findings::addAll);
        Optional<TimestampCheck.Proven> stamped = timestamps(receipt, proof, findings);
        Optional<ProofCheck.Result> right = proof.filter(ProofCheck.Result::passed);
        Optional<Long> inLog = beside.log().flatMap(log -> inLog(log, event, right, findings));
        kept(promise, right, inLog, beside, findings);
        if (proof.isEmpty() && inLog.isEmpty()) {
            findings.add(absentProof(promise));
        }
        EventFacts.withheld(event).ifPresent(findings::add);
        findings.add(EventFacts.type(event, types, findings.stream().noneMatch(Finding::isFailed)));
        EventFacts.succession(event).ifPresent(findings::add);
        findings.add(file(event, beside.file()));
        if (beside.log().isEmpty()) {
            findings.add(
                    Finding.notChecked("log", "none was given, to hold the entry and extend the proof's tree (--log)"));
        }
        Optional<String> heldAt = stamped.map(TimestampCheck.Proven::toString)
                .or(() -> proof.flatMap(ProofCheck.Result::notLaterThan)
                        .or(() -> inLog.flatMap(index -> stated(beside).flatMap(HeadCheck.Stated::latest)))
                        .map(time -> Instant.ofEpochSecond(time).toString()));
        return new Verdict(
                findings,
                proof.isPresent() || inLog.isPresent() ? proven(beside.file().isPresent(), heldAt) : promised(promise),
                "proves nothing about these bytes and " + DOES_NOT);
    }

    private Optional<ProofCheck.Result> proof(Receipt receipt) {
        return receipt.proof().map(text -> new ProofCheck(trust, dated(receipt, text))
                .check(receipt.event().leafHash(), text));
    }

    /** No later than when the checkpoint of a proof was signed, where timestamps that hold say so. */
    private Optional<Instant> dated(Receipt receipt, String proof) {
        try {
            byte[] note = TlogProof.parse(proof).checkpoint().getBytes(StandardCharsets.UTF_8);
            return TimestampCheck.Proven.of(new TimestampCheck(trust).check(stamps(receipt, note), new ArrayList<>()))
                    .map(TimestampCheck.Proven::notLaterThan);
        } catch (MalformedValueException e) {
            return Optional.empty(); // told where the proof is checked
        }
    }

    private Optional<Promise> promise(Receipt receipt, List<Finding> findings) {
        if (receipt.promise().isEmpty()) {
            findings.add(Finding.note(
                    Check.PROMISE,
                    receipt.quarantined() ? "absent: the log had to be recovered when this was given" : "absent"));
        }
        return receipt.promise().flatMap(note -> new PromiseCheck(trust)
                .check(note, receipt.event().entry(), findings));
    }

    /** Timestamps are about the checkpoint of the proof: without one they are about nothing that is here. */
    private Optional<TimestampCheck.Proven> timestamps(
            Receipt receipt, Optional<ProofCheck.Result> proof, List<Finding> findings) {
        List<TimestampCheck.Stamp> stamps = proof.flatMap(ProofCheck.Result::proof)
                .map(read -> stamps(receipt, read.checkpoint().getBytes(StandardCharsets.UTF_8)))
                .orElse(List.of());
        return TimestampCheck.Proven.of(new TimestampCheck(trust).check(stamps, findings));
    }

    private static List<TimestampCheck.Stamp> stamps(Receipt receipt, byte[] note) {
        return receipt.timestamps().stream()
                .map(stamp -> new TimestampCheck.Stamp(stamp.authority(), note, stamp.bytes()))
                .toList();
    }

    private Finding absentProof(Optional<Promise> promise) {
        return promiseSuffices && promise.isPresent()
                ? Finding.note(Check.PROOF, "absent, which was waived: nothing shows yet that the log holds the entry")
                : Finding.failed(Check.PROOF, "absent: ask for the receipt again, or look into the log");
    }

    /** Only a log that is whole shows by what it does not hold. */
    private static Optional<Long> inLog(
            LogSearch log, DisclosedEvent event, Optional<ProofCheck.Result> proof, List<Finding> findings) {
        proof.flatMap(ProofCheck.Result::treeHead).ifPresent(head -> findings.addAll(log.extending(head)));
        Optional<Long> index = log.index(event.leafHash());
        String where = index.map(found -> "entry " + found).orElse("not found");
        if (!log.verified()) {
            findings.add(Finding.failed(Check.IN_LOG, where + ", but the log does not verify"));
        } else {
            findings.add(
                    index.isPresent() ? Finding.passed(Check.IN_LOG, where) : Finding.note(Check.IN_LOG, "not yet"));
        }
        return index;
    }

    private void kept(
            Optional<Promise> promise,
            Optional<ProofCheck.Result> proof,
            Optional<Long> inLog,
            Beside beside,
            List<Finding> findings) {
        Optional<PromiseKept> kept = promise.map(PromiseKept::new);
        proof.ifPresent(right -> kept.ifPresent(promised -> promised.holding(right.stated())));
        Optional<LogSearch> whole = beside.log().filter(LogSearch::verified);
        if (whole.isPresent() && kept.isPresent()) {
            Optional<Long> stated = stated(beside).flatMap(HeadCheck.Stated::own);
            if (inLog.isPresent()) {
                kept.get().holding(stated);
            } else {
                kept.get().lacking(stated);
            }
        }
        Optional<Long> index = proof.flatMap(ProofCheck.Result::proof)
                .map(read -> read.index())
                .or(() -> whole.flatMap(log -> inLog));
        if (beside.checkpoint().isPresent()) {
            Optional<HeadCheck.Signed> other =
                    new HeadCheck(trust).read(Check.CHECKPOINT, beside.checkpoint(), findings);
            other.filter(signed -> signed.stated().holds())
                    .ifPresent(signed -> compare(signed, proof, beside, kept, index, findings));
        }
        kept.map(PromiseKept::finding).ifPresent(findings::add);
    }

    private static void compare(
            HeadCheck.Signed other,
            Optional<ProofCheck.Result> proof,
            Beside beside,
            Optional<PromiseKept> kept,
            Optional<Long> index,
            List<Finding> findings) {
        beside.log().ifPresent(log -> findings.addAll(log.extending(other.head())));
        proof.flatMap(ProofCheck.Result::treeHead)
                .filter(head -> head.size() == other.head().size()
                        && !head.root().equals(other.head().root()))
                .ifPresent(head -> findings.add(Finding.failed(
                        Check.ONE_TREE, "two roots for size " + head.size() + ": keep both, this log has forked")));
        index.ifPresent(at -> kept.ifPresent(
                promised -> promised.compared(other.head(), other.stated().own(), at)));
    }

    private static Optional<HeadCheck.Stated> stated(Beside beside) {
        return beside.log().flatMap(LogSearch::now).map(HeadCheck.Signed::stated);
    }

    private static Finding file(DisclosedEvent event, Optional<Digest> file) {
        if (file.isEmpty()) {
            return Finding.notChecked("file", "none was given, so nothing about any bytes");
        }
        return EventFacts.receives(event, file.get())
                ? Finding.passed(Check.FILE, file.get() + " is what was received")
                : Finding.failed(Check.FILE, "this is no receipt, open to you, of " + file.get());
    }

    private String proven(boolean file, Optional<String> heldAt) {
        String latest = heldAt.orElse("the (unstated) time of the checkpoint");
        return file
                ? "proves that these bytes were held by " + trust.origin() + " no later than " + latest
                        + " and are unchanged since; " + DOES_NOT
                : "proves that this event was in the log of " + trust.origin() + " no later than " + latest
                        + "; no file was checked, so nothing about any bytes; "
                        + "does not prove who made the material, when, where, or that what it shows is true.";
    }

    private String promised(Optional<Promise> promise) {
        return "proves that " + trust.origin() + " promised by signature to have this event in its log"
                + promise.map(made -> " by " + made.integratedBy()).orElse("")
                + ", and nothing else: not that it is there, not who made the material, when, where, or that what it"
                + " shows is true.";
    }
}
