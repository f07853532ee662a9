package org.aletheia.verifier;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.TreeHead;

/** Checks the whole history of one item, and a file against it. Never throws for what the history holds. */
public final class ItemCheck {
    private static final String DOES_NOT = "does not prove who made them, when, where, or that what they show is true.";

    private final Trust trust;
    private final EventTypeRegistry types;

    /**
     * @param types whose codes are known; others verify as well and are named
     */
    public ItemCheck(Trust trust, EventTypeRegistry types) {
        this.trust = trust;
        this.types = types;
    }

    /**
     * Runs all checks, none stops at the first failure.
     *
     * @param file digest of the file in hand, if there is one
     */
    public Verdict check(ItemHistory history, Optional<Digest> file) {
        List<Finding> findings = new ArrayList<>();
        List<ProofCheck.Result> proofs = events(history, findings);
        return verdict(history, proofs, file, earlier(history, Optional.empty()), Optional.empty(), findings);
    }

    /**
     * As {@link #check(ItemHistory, Optional)}, and holds the history against what the server cannot take back.
     *
     * @param earlier the history of the same item as somebody got it before: what it tells must still be told. It is
     *     verified itself, so that nothing is asked for that the log never held
     * @param log the published log: it must extend the tree of each proof
     * @throws IOException the log could not be had; nothing is known then
     */
    public Verdict check(
            ItemHistory history, Optional<Digest> file, Optional<ItemHistory> earlier, Optional<LogFiles> log)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<ProofCheck.Result> proofs = events(history, findings);
        Optional<List<Finding>> ofLog =
                log.isEmpty() ? Optional.empty() : Optional.of(new LogCheck(trust).extending(log.get(), heads(proofs)));
        return verdict(history, proofs, file, earlier(history, earlier), ofLog, findings);
    }

    private List<Finding> earlier(ItemHistory history, Optional<ItemHistory> earlier) {
        if (earlier.isEmpty()) {
            return List.of(Finding.notChecked("earlier history", "none was given, to be told still (--earlier)"));
        }
        List<Finding> ofEarlier = new ArrayList<>();
        events(earlier.get(), ofEarlier);
        String failed = ofEarlier.stream()
                .filter(Finding::isFailed)
                .map(Finding::check)
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                failed.isEmpty()
                        ? HistoryOrder.extension(history, earlier.get())
                        : Finding.failed(Check.EARLIER_UNVERIFIED, "the earlier history does not verify: " + failed));
    }

    private List<ProofCheck.Result> events(ItemHistory history, List<Finding> findings) {
        List<ProofCheck.Result> proofs = new ArrayList<>();
        for (ItemHistory.Entry entry : history.entries()) {
            proofs.add(checkEntry(entry, findings));
        }
        findings.add(HistoryOrder.numbering(history));
        findings.add(HistoryOrder.logOrder(history, proofs));
        findings.add(HistoryOrder.oneTree(proofs));
        findings.add(ItemSubject.oneItem(history));
        return proofs;
    }

    /** Each tree head of proofs that verify, once. */
    private static List<Checkpoint> heads(List<ProofCheck.Result> proofs) {
        Map<TreeHead, Checkpoint> heads = new LinkedHashMap<>();
        proofs.stream()
                .filter(ProofCheck.Result::passed)
                .flatMap(proof -> proof.treeHead().stream())
                .forEach(head -> heads.putIfAbsent(head.head(), head));
        return List.copyOf(heads.values());
    }

    private Verdict verdict(
            ItemHistory history,
            List<ProofCheck.Result> proofs,
            Optional<Digest> file,
            List<Finding> ofEarlier,
            Optional<List<Finding>> ofLog,
            List<Finding> findings) {
        findings.addAll(ofEarlier);
        findings.addAll(ofLog.orElse(
                List.of(Finding.notChecked("log", "none was given, to extend the trees of the proofs (--log)"))));
        findings.add(Finding.notChecked("timestamps", "a history carries none: receipts and the log do"));
        Optional<Long> heldAt = Optional.empty();
        if (file.isPresent()) {
            heldAt = receipt(history, proofs, file.get(), findings);
        } else {
            findings.add(Finding.notChecked("file", "none was given, so nothing about any bytes"));
        }
        return new Verdict(findings, proven(file, heldAt), "proves nothing about these bytes and " + DOES_NOT);
    }

    private String proven(Optional<Digest> file, Optional<Long> heldAt) {
        if (file.isEmpty()) {
            return "proves that these events are in the log of " + trust.origin()
                    + "; no file was checked, so nothing about any bytes; "
                    + "does not prove who made the material, when, where, or that what it shows is true.";
        }
        return "proves that these bytes were held by " + trust.origin() + " no later than "
                + heldAt.map(time -> Instant.ofEpochSecond(time).toString())
                        .orElse("the (unstated) time of the checkpoint")
                + " and are unchanged since; " + DOES_NOT;
    }

    private ProofCheck.Result checkEntry(ItemHistory.Entry entry, List<Finding> findings) {
        DisclosedEvent event = entry.event();
        ProofCheck.Result result = new ProofCheck(trust).check(event.leafHash(), entry.proof());
        findings.add(Finding.note(
                Check.EVENT, entry.number() + ": entry " + event.entry().hex()));
        findings.addAll(result.findings());
        EventFacts.withheld(event).ifPresent(findings::add);
        findings.add(EventFacts.type(event, types, result.passed()));
        return result;
    }

    /** Looks for the event of receipt that names the file's digest; answers the time by which it was in the log. */
    private static Optional<Long> receipt(
            ItemHistory history, List<ProofCheck.Result> proofs, Digest file, List<Finding> findings) {
        for (int i = 0; i < proofs.size(); i++) {
            DisclosedEvent event = history.entries().get(i).event();
            if (proofs.get(i).passed() && EventFacts.receives(event, file)) {
                findings.add(Finding.passed(
                        Check.FILE,
                        file + " is named by event " + history.entries().get(i).number()));
                return proofs.get(i).notLaterThan();
            }
        }
        findings.add(Finding.failed(Check.FILE, "no verified event of receipt that is open to you names " + file));
        return Optional.empty();
    }
}
