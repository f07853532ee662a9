package org.aletheia.transparency;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.transparency.CosignDecision.Contradiction;
import org.aletheia.transparency.CosignDecision.Reason;

/**
 * The rules by which a cosigner answers {@code add-checkpoint} (C2SP tlog-witness). Decides and changes nothing: whoever
 * asks keeps what is to be kept.
 */
public final class CosignRules {
    private final Map<String, List<NoteVerifierKey>> trusted;

    /** @param trusted keys of the logs that are cosigned, by origin */
    public CosignRules(Map<String, List<NoteVerifierKey>> trusted) {
        this.trusted = Map.copyOf(trusted);
    }

    /** Tells which checkpoint of a log was cosigned last. */
    @FunctionalInterface
    public interface LastCosigned {
        /** The note as {@link CosignDecision.Extends} gave it out; empty if none was cosigned. */
        Optional<SignedNote> of(String origin);
    }

    /** Decides; what was cosigned last is asked only once a trusted key has been seen to have signed. */
    public CosignDecision decide(CosignRequest request, LastCosigned lastCosigned) {
        Checkpoint offered = request.checkpoint();
        List<NoteVerifierKey> keys = trusted.get(offered.origin());
        if (keys == null) {
            return refused(Reason.UNKNOWN_ORIGIN);
        }
        Optional<SignedNote> signed = verified(request.note(), keys);
        if (signed.isEmpty()) {
            return refused(Reason.UNTRUSTED);
        }
        if (request.oldSize() > offered.size()) {
            return refused(Reason.SIZES_REVERSED);
        }
        CosignRequest genuine = new CosignRequest(request.oldSize(), request.path(), signed.get());
        return compare(genuine, lastCosigned.of(offered.origin()));
    }

    private static CosignDecision compare(CosignRequest request, Optional<SignedNote> last) {
        TreeHead head = last.map(note -> Checkpoint.parse(note.text()).head()).orElse(TreeHead.empty());
        TreeHead offered = request.checkpoint().head();
        boolean stale = request.oldSize() != head.size();
        if (offered.size() == head.size() && !offered.root().equals(head.root())) {
            return contradicted(Contradiction.Kind.SPLIT_VIEW, last, request, stale);
        }
        if (stale) {
            return new CosignDecision.Stale(head.size(), Optional.empty());
        }
        try {
            request.consistency().verify(head.root(), offered.root());
            return new CosignDecision.Extends(request.note(), last);
        } catch (ProofException e) {
            return switch (e.reason()) {
                case OLD_ROOT_MISMATCH -> contradicted(Contradiction.Kind.SPLIT_VIEW, last, request, false);
                case ROOT_MISMATCH -> contradicted(Contradiction.Kind.UNPROVEN, last, request, false);
                default -> refused(Reason.INCONSISTENT);
            };
        }
    }

    private static CosignDecision contradicted(
            Contradiction.Kind kind, Optional<SignedNote> last, CosignRequest offered, boolean stale) {
        Optional<Contradiction> contradiction = last.map(note -> new Contradiction(kind, note, offered));
        return stale
                ? new CosignDecision.Stale(offered.checkpoint().size(), contradiction)
                : new CosignDecision.Refused(Reason.INCONSISTENT, contradiction);
    }

    private static CosignDecision refused(Reason reason) {
        return new CosignDecision.Refused(reason, Optional.empty());
    }

    /** The note with one signature of each trusted key that signed; empty where none did or one fails. */
    private static Optional<SignedNote> verified(SignedNote note, Collection<NoteVerifierKey> keys) {
        try {
            Map<NoteVerifierKey, NoteSignature> signatures = new LinkedHashMap<>();
            note.open(keys).forEach(verified -> signatures.putIfAbsent(verified.key(), verified.signature()));
            return Optional.of(new SignedNote(note.text(), List.copyOf(signatures.values())));
        } catch (NoteException e) {
            return Optional.empty();
        }
    }
}
