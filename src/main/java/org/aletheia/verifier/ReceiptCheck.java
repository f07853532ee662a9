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
import org.aletheia.transparency.Checkpoint;

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
     * Runs all checks, none stops at the first failure.
     *
     * @param file digest of the file in hand, if there is one
     * @param log the published log, to look whether it holds the entry: it stands for a proof; where there is one, the
     *     log must extend its tree
     * @throws IOException the log could not be had; nothing is known then
     */
    public Verdict check(Receipt receipt, Optional<Digest> file, Optional<LogFiles> log) throws IOException {
        List<Finding> findings = new ArrayList<>();
        DisclosedEvent event = receipt.event();
        Digest entry = event.entry();
        findings.add(Finding.note("event", "entry " + entry.hex()));
        Optional<Promise> promise = promise(receipt, entry, findings);
        Optional<ProofCheck.Result> proof =
                receipt.proof().map(text -> new ProofCheck(trust).check(event.leafHash(), text));
        proof.map(ProofCheck.Result::findings).ifPresent(findings::addAll);
        Optional<TimestampCheck.Proven> stamped = timestamps(receipt, proof, findings);
        Optional<Checkpoint> proven = proof.filter(ProofCheck.Result::passed).flatMap(ProofCheck.Result::treeHead);
        Optional<LogCheck.Search> search = search(event, log, proven, promise, findings);
        if (proof.isEmpty() && search.flatMap(LogCheck.Search::index).isEmpty()) {
            findings.add(absentProof(promise));
        }
        EventFacts.withheld(event).ifPresent(findings::add);
        findings.add(EventFacts.type(event, types, findings.stream().noneMatch(Finding::isFailed)));
        file.ifPresent(digest -> findings.add(file(event, digest)));
        Optional<String> heldAt = stamped.map(TimestampCheck.Proven::toString)
                .or(() -> proof.flatMap(ProofCheck.Result::notLaterThan)
                        .or(() -> search.flatMap(found -> found.index().isPresent() ? found.time() : Optional.empty()))
                        .map(time -> Instant.ofEpochSecond(time).toString()));
        boolean inLog =
                proof.isPresent() || search.flatMap(LogCheck.Search::index).isPresent();
        return new Verdict(
                findings,
                inLog ? proven(file.isPresent(), heldAt) : promised(promise),
                "proves nothing about these bytes and " + DOES_NOT);
    }

    private Optional<Promise> promise(Receipt receipt, Digest entry, List<Finding> findings) {
        if (receipt.promise().isEmpty()) {
            findings.add(Finding.note(
                    "promise",
                    receipt.quarantined() ? "absent: the log had to be recovered when this was given" : "absent"));
        }
        return receipt.promise().flatMap(note -> new PromiseCheck(trust).check(note, entry, findings));
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
                ? Finding.note("proof", "absent, which was waived: nothing shows yet that the log holds the entry")
                : Finding.failed("proof", "absent: ask for the receipt again, or look into the log");
    }

    private Optional<LogCheck.Search> search(
            DisclosedEvent event,
            Optional<LogFiles> log,
            Optional<Checkpoint> proven,
            Optional<Promise> promise,
            List<Finding> findings)
            throws IOException {
        if (log.isEmpty()) {
            return Optional.empty();
        }
        LogCheck.Search search = new LogCheck(trust).find(log.get(), event.leafHash(), proven);
        findings.addAll(search.findings());
        findings.add(kept(search, promise));
        return Optional.of(search);
    }

    /** Only a log that is whole and signed after the time that was promised shows that a promise was broken. */
    private static Finding kept(LogCheck.Search search, Optional<Promise> promise) {
        if (search.index().isPresent()) {
            return search.verified()
                    ? Finding.passed("in-log", "entry " + search.index().get())
                    : Finding.failed("in-log", "entry " + search.index().get() + ", but the log does not verify");
        }
        if (!search.verified()) {
            return Finding.failed("in-log", "not found, and the log does not verify");
        }
        Optional<Instant> signed = search.time().map(Instant::ofEpochSecond);
        boolean due = promise.isPresent()
                && signed.filter(time -> time.isAfter(promise.get().integratedBy()))
                        .isPresent();
        return due
                ? Finding.failed(
                        "promise-broken",
                        "the log of " + signed.get() + " does not hold the entry that was promised by "
                                + promise.get().integratedBy() + ": keep this receipt and that checkpoint")
                : Finding.note("in-log", "not yet");
    }

    private static Finding file(DisclosedEvent event, Digest file) {
        return EventFacts.receives(event, file)
                ? Finding.passed("file", file + " is what was received")
                : Finding.failed("file", "this is no receipt, open to you, of " + file);
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
