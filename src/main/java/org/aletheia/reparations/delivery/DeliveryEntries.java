package org.aletheia.reparations.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.reparations.claim.By;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Delivery;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.proceedings.Side;
import org.aletheia.reparations.proceedings.StepRefused;

/** Adds entries to the ledger of a claim. */
public final class DeliveryEntries {
    /** Of one claim: a pension of twenty years, each payment reported and confirmed. */
    static final int MOST = 1000;

    private static final Set<ClaimStatus> OPEN = Set.of(
            ClaimStatus.DECIDED, ClaimStatus.UNDER_REVIEW, ClaimStatus.REVIEWED, ClaimStatus.AWAITING_SUCCESSORS);
    private static final Set<String> BY_THE_PERSON = Set.of("confirmed", "contested");
    private static final Set<String> WITH_REASON = Set.of("contested", Ledger.HELD, Ledger.CORRECTED);

    private DeliveryEntries() {}

    /** Who makes entries of a kind: what came is told by those to whom it came. */
    public static Side side(String kind) {
        return switch (kind) {
            case "confirmed", "contested" -> Side.CLAIMANT;
            case Ledger.CORRECTED -> Side.EITHER;
            default -> Side.OFFICER;
        };
    }

    /**
     * The claim with one entry more.
     *
     * @throws ProblemException {@code state-refused} before a decision and after withdrawal; {@code invalid-request} with
     *     all findings: those of {@link LedgerRules}, {@code required}, {@code confirmation-by}, {@code too-many}
     */
    public static ReparationClaim add(ReparationClaim claim, DeliveryDraft draft, By by, Findings findings) {
        if (!OPEN.contains(claim.status())) {
            throw StepRefused.delivery(claim.status());
        }
        Proceedings before = claim.proceedings();
        findings.require(before.deliveries().size() < MOST, "", "too-many", Map.of("max", MOST));
        findings.require(draft.reason() != null || !WITH_REASON.contains(draft.kind()), "/reason", "required");
        if (BY_THE_PERSON.contains(draft.kind())) {
            UUID person = draft.person();
            boolean theirs = person != null && persons(claim).contains(person);
            findings.require(theirs, "/person", "confirmation-by");
        }
        Delivery entry = new Delivery(
                before.deliveries().size() + 1,
                draft.award(),
                draft.kind(),
                draft.amount(),
                draft.on(),
                draft.of(),
                draft.reason(),
                draft.item(),
                draft.person(),
                by);
        new LedgerRules(new Ledger(before.awards(), before.deliveries()), findings).check(entry);
        findings.throwIfAny();
        return claim.at(claim.status(), before.delivered(entry));
    }

    /** Who may say what came: the claimant, or once they died the successors. */
    private static List<UUID> persons(ReparationClaim claim) {
        List<UUID> successors = claim.proceedings().successors();
        return successors.isEmpty() ? List.of(claim.claimant()) : successors;
    }
}
