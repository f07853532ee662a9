package org.aletheia.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.ProofException;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TlogProof;

/** Checks one {@code .tlog-proof}: origin, signatures, inclusion. Never throws for what the proof holds. */
public final class ProofCheck {
    private static final long LAST_TIME = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Trust trust;

    public ProofCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * What was found of one proof.
     *
     * @param findings in the order of the checks
     * @param proof if it could be read
     * @param notLaterThan seconds since the epoch: the latest time that a verified signature states
     */
    public record Result(List<Finding> findings, Optional<TlogProof> proof, Optional<Long> notLaterThan) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** Whether nothing failed. */
        public boolean passed() {
            return findings.stream().noneMatch(Finding::isFailed);
        }
    }

    /** Checks that the leaf is in the log by this proof. */
    public Result check(Hash leafHash, String tlogProof) {
        TlogProof proof;
        try {
            proof = TlogProof.parse(tlogProof);
        } catch (MalformedValueException e) {
            return new Result(List.of(Finding.failed("proof", e)), Optional.empty(), Optional.empty());
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(origin(proof.treeHead()));
        List<SignedNote.Verified> signatures = open(proof.note(), findings);
        signatures(signatures, findings);
        Optional<Long> time = latest(signatures, findings);
        findings.add(inclusion(proof, leafHash));
        return new Result(findings, Optional.of(proof), time);
    }

    private Finding origin(Checkpoint head) {
        return head.origin().equals(trust.origin())
                ? Finding.passed("origin", head.origin() + ", size " + head.size())
                : Finding.failed("origin", "expected " + trust.origin() + ", found " + head.origin());
    }

    private List<SignedNote.Verified> open(SignedNote note, List<Finding> findings) {
        try {
            return note.open(trust.keys());
        } catch (NoteException | MalformedValueException e) {
            findings.add(Finding.failed("signature", e));
            return List.of();
        }
    }

    /** Each kind of log key that is trusted must have signed; absence is a failure. */
    private void signatures(List<SignedNote.Verified> signatures, List<Finding> findings) {
        Set<SignatureType> wanted =
                trust.logKeys().stream().map(NoteVerifierKey::type).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            findings.add(Finding.failed("signature", "no key of " + trust.origin() + " was given"));
        }
        for (SignatureType type : SignatureType.values()) {
            if (wanted.contains(type)) {
                boolean signed = signatures.stream()
                        .map(SignedNote.Verified::key)
                        .anyMatch(key -> key.type() == type && key.name().equals(trust.origin()));
                String check =
                        "signature-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
                findings.add(signed ? Finding.passed(check, trust.origin()) : Finding.failed(check, "absent"));
            }
        }
        findings.add(cosigners(signatures));
    }

    private Finding cosigners(List<SignedNote.Verified> signatures) {
        Set<String> names = signatures.stream()
                .map(SignedNote.Verified::key)
                .filter(key -> key.type().timestamped())
                .map(NoteVerifierKey::name)
                .filter(name -> !name.equals(trust.origin()))
                .collect(Collectors.toSet());
        String detail = names.size() + " of " + trust.cosigners() + " needed" + (names.isEmpty() ? "" : ": " + names);
        if (names.size() < trust.cosigners()) {
            return Finding.failed("cosigners", detail);
        }
        return names.isEmpty()
                ? Finding.note("cosigners", "none: only the log itself vouches that it shows everybody the same")
                : Finding.passed("cosigners", detail);
    }

    private static Finding inclusion(TlogProof proof, Hash leafHash) {
        try {
            proof.inclusion().verify(leafHash, proof.treeHead().root());
            return Finding.passed("inclusion", "entry " + proof.index());
        } catch (ProofException e) {
            return Finding.failed("inclusion", e);
        }
    }

    /** The latest of the stated times: true if only one of the signers is honest, which the earliest would not be. */
    private static Optional<Long> latest(List<SignedNote.Verified> signatures, List<Finding> findings) {
        Optional<Long> latest = signatures.stream()
                .flatMap(signature -> signature.timestamp().stream())
                .filter(time -> time > 0 && time <= LAST_TIME)
                .max(Long::compare);
        String names = signatures.stream()
                .filter(signature -> signature.timestamp().isPresent())
                .map(signature -> signature.key().name())
                .distinct()
                .collect(Collectors.joining(", "));
        latest.ifPresent(
                time -> findings.add(Finding.note("time", Instant.ofEpochSecond(time) + ", stated by " + names)));
        return latest;
    }
}
