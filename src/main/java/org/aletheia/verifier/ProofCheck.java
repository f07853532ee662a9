package org.aletheia.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.ProofException;
import org.aletheia.transparency.TlogProof;

/** Checks one {@code .tlog-proof}: origin, signatures, inclusion. Never throws for what the proof holds. */
public final class ProofCheck {
    private final HeadCheck heads;
    private final Optional<Instant> dated;

    public ProofCheck(Trust trust) {
        this(trust, Optional.empty());
    }

    /** @param dated no later than when the proof's checkpoint was signed, by the word of authorities that are trusted */
    ProofCheck(Trust trust, Optional<Instant> dated) {
        this.heads = new HeadCheck(trust);
        this.dated = dated;
    }

    /**
     * What was found of one proof.
     *
     * @param findings in the order of the checks
     * @param proof if it could be read
     * @param notLaterThan seconds since the epoch: the latest time that a verified signature states
     * @param stated by the log itself, as that
     */
    public record Result(
            List<Finding> findings, Optional<TlogProof> proof, Optional<Long> notLaterThan, Optional<Long> stated) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** The tree head that the proof leads to. */
        Optional<Checkpoint> treeHead() {
            return proof.map(TlogProof::treeHead);
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
            return new Result(
                    List.of(Finding.failed(Check.PROOF, e)), Optional.empty(), Optional.empty(), Optional.empty());
        }
        List<Finding> findings = new ArrayList<>();
        HeadCheck.Stated stated = heads.check(proof.note(), proof.treeHead(), dated, findings);
        findings.add(inclusion(proof, leafHash));
        return new Result(findings, Optional.of(proof), stated.latest(), stated.own());
    }

    private static Finding inclusion(TlogProof proof, Hash leafHash) {
        try {
            proof.inclusion().verify(leafHash, proof.treeHead().root());
            return Finding.passed(Check.INCLUSION, "entry " + proof.index());
        } catch (ProofException e) {
            return Finding.failed(Check.INCLUSION, e);
        }
    }
}
