package org.aletheia.evidence.handling;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What may follow what in a chain of custody. Pure: the same statement on the same chain always finds the same
 * contradictions (docs/decisions/0014).
 *
 * @param before where the item stands
 * @param receivedAt when its bytes were taken in
 * @param held whether a legal hold stands
 * @param recorder the organisation that states it
 */
record CustodyRules(Possession before, Instant receivedAt, boolean held, UUID recorder) {

    /** In what the statement contradicts the chain; empty where it follows from it. */
    Set<Discrepancy> against(Handling said) {
        Set<Discrepancy> found = EnumSet.noneOf(Discrepancy.class);
        standing(said.type(), found);
        seal(said, found);
        possession(said, found);
        switch (said.type()) {
            case CONSUMED, DESTROYED, RETURNED_TO_OWNER -> add(found, held, Discrepancy.UNDER_HOLD);
            case COLLECTED, SEIZED -> add(found, isAfterReceipt(said.happened()), Discrepancy.AFTER_RECEIPT);
            default -> {}
        }
        return found;
    }

    /**
     * In what it contradicts the chain of this item that it was parted from another, joined to one, or that another was made
     * from it: the item is one of the related ones of the statement.
     */
    Set<Discrepancy> asPart(HandlingType type) {
        Set<Discrepancy> found = EnumSet.noneOf(Discrepancy.class);
        standing(type, found);
        add(found, type.handsOn() && isWithOthers(), Discrepancy.NOT_IN_CUSTODY);
        if (type == HandlingType.JOINED) { // it ends the custody of the part
            add(found, held, Discrepancy.UNDER_HOLD);
            add(found, before.offer() != null, Discrepancy.OFFER_OPEN);
        }
        return found;
    }

    /** Where the item stands afterwards: the latest statement stands, also where it contradicts the chain. */
    Possession after(Handling said) {
        Possession after =
                said.seal() == null || said.type() == HandlingType.COLLECTED || said.type() == HandlingType.SEIZED
                        ? before
                        : before.with(said.seal());
        return switch (said.type()) {
            case HANDED_OVER -> moved(after, said.custodianAfter());
            case FOUND -> moved(after, said.custodianAfter()).with(Standing.PRESENT);
            case RETURNED_TO_OWNER -> moved(after, said.custodianAfter()).with(Standing.RETURNED);
            case LOST -> after.with(Standing.LOST);
            case CUSTODIAN_UNREACHABLE -> after.with(Standing.UNREACHABLE);
            case CONSUMED -> after.with(Standing.CONSUMED);
            case DESTROYED -> after.with(Standing.DESTROYED);
            case COLLECTED,
                    SEIZED,
                    SEALED,
                    SEAL_CHECKED,
                    SEAL_BROKEN,
                    SEAL_REPLACED,
                    SEAL_MISMATCHED,
                    SAMPLED,
                    SPLIT,
                    JOINED,
                    DERIVED,
                    REDACTED,
                    TRANSLATED,
                    VERIFIED,
                    INCIDENT,
                    GAP_DECLARED -> after;
        };
    }

    private void standing(HandlingType type, Set<Discrepancy> found) {
        Standing standing = before.standing();
        switch (type) {
            case FOUND -> add(found, !standing.missing(), Discrepancy.NOT_MISSING);
            case LOST -> {
                add(found, standing.over(), Discrepancy.CUSTODY_OVER);
                add(found, standing == Standing.LOST, Discrepancy.MISSING);
            }
            case DESTROYED -> add(found, standing.over(), Discrepancy.CUSTODY_OVER);
            case CUSTODIAN_UNREACHABLE -> {
                add(found, standing.over(), Discrepancy.CUSTODY_OVER);
                add(found, standing.missing(), Discrepancy.MISSING);
            }
            default -> {
                add(found, type.handsOn() && standing.over(), Discrepancy.CUSTODY_OVER);
                add(found, type.handsOn() && standing.missing(), Discrepancy.MISSING);
            }
        }
    }

    private void seal(Handling said, Set<Discrepancy> found) {
        Seal known = before.seal();
        switch (said.type()) {
            case SEALED -> add(found, known != null && known.intact(), Discrepancy.ALREADY_SEALED);
            case SEAL_CHECKED, HANDED_OVER, FOUND, RETURNED_TO_OWNER -> {
                add(found, said.type() == HandlingType.SEAL_CHECKED && known == null, Discrepancy.NO_SEAL);
                add(found, differs(known, said.seal()), Discrepancy.SEAL_DIFFERS);
            }
            case SEAL_BROKEN -> {
                add(found, known == null, Discrepancy.NO_SEAL);
                add(found, known != null && !sameNumber(known, said.seal()), Discrepancy.SEAL_DIFFERS);
            }
            case SEAL_REPLACED -> {
                add(found, known == null, Discrepancy.NO_SEAL);
                add(found, differs(known, said.sealBefore()), Discrepancy.SEAL_DIFFERS);
            }
            case SEAL_MISMATCHED -> add(found, known == null, Discrepancy.NO_SEAL);
            default -> {}
        }
    }

    private void possession(Handling said, Set<Discrepancy> found) {
        Custodian custodian = before.custodian();
        add(found, said.type().handsOn() && isWithOthers(), Discrepancy.NOT_IN_CUSTODY);
        boolean named =
                said.custodianBefore() != null && !said.custodianBefore().equals(custodian);
        add(found, named, Discrepancy.CUSTODIAN_DIFFERS);
        boolean moves = said.type() == HandlingType.HANDED_OVER || said.type() == HandlingType.RETURNED_TO_OWNER;
        add(found, moves && before.offer() != null, Discrepancy.OFFER_OPEN);
    }

    private boolean isWithOthers() {
        return before.custodian() instanceof Custodian.Organisation
                && !before.custodian().is(recorder);
    }

    private boolean isAfterReceipt(@Nullable UncertainDate happened) {
        return happened != null
                && happened.earliest().filter(receivedAt::isBefore).isPresent();
    }

    private static Possession moved(Possession from, @Nullable Custodian to) {
        return to == null ? from : from.with(to);
    }

    private static boolean differs(@Nullable Seal known, @Nullable Seal stated) {
        return known != null && stated != null && !known.equals(stated);
    }

    private static boolean sameNumber(Seal known, @Nullable Seal stated) {
        return stated != null && known.number().equals(stated.number());
    }

    private static void add(Set<Discrepancy> found, boolean holds, Discrepancy discrepancy) {
        if (holds) {
            found.add(discrepancy);
        }
    }
}
