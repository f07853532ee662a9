package org.aletheia.evidence.handling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands by the events of its chain so far.
 *
 * @param custodian who has it, or had it last
 * @param seal as it was found last; null: none is known
 * @param offer the open offer to transfer it; null: there is none
 */
public record Possession(
        Custodian custodian,
        Standing standing,
        @Nullable Seal seal,
        @Nullable UUID offer) {

    /** On receipt: with the organisation that handed it in here. */
    static Possession onReceipt(UUID owner) {
        return new Possession(new Custodian.Organisation(owner), Standing.PRESENT, null, null);
    }

    Possession with(Custodian next) {
        return new Possession(next, standing, seal, offer);
    }

    Possession with(Standing next) {
        return new Possession(custodian, next, seal, offer);
    }

    Possession with(Seal next) {
        return new Possession(custodian, standing, next, offer);
    }

    Possession offered(@Nullable UUID next) {
        return new Possession(custodian, standing, seal, next);
    }
}
