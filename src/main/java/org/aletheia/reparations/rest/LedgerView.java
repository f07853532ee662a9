package org.aletheia.reparations.rest;

import java.util.List;
import org.aletheia.reparations.claim.Award;
import org.aletheia.reparations.claim.Delivery;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.delivery.Balance;
import org.aletheia.reparations.delivery.Ledger;

/** The delivery ledger of a claim. */
record LedgerView(List<Award> awards, List<Delivery> entries, List<Balance> balances) {
    static LedgerView of(Proceedings proceedings) {
        Ledger ledger = new Ledger(proceedings.awards(), proceedings.deliveries());
        return new LedgerView(proceedings.awards(), proceedings.deliveries(), ledger.balances());
    }
}
