package org.aletheia.custody.cosigning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.aletheia.custody.store.ContradictionStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.transparency.CosignDecision.Contradiction;

/** What is kept of partners' logs that contradicts itself: for those who watch this server. */
@ApplicationScoped
class Contradictions {
    private final List<Partner> partners;
    private final Transactions database;

    Contradictions(CosigningConfig config, DataSource database) {
        this.partners = Partner.all(config);
        this.database = new Transactions(database);
    }

    /**
     * What is kept of one partner's log.
     *
     * @param splitViews contradictions that prove themselves
     * @param unproven those that anyone could have made up
     * @param alarming whether a split view was found that nobody has looked into
     */
    record Standing(String partner, long splitViews, long unproven, boolean alarming) {}

    /** One for each partner. */
    List<Standing> standings() {
        List<ContradictionStore.Tally> tallies =
                partners.isEmpty() ? List.of() : database.onConnection(ContradictionStore::tally);
        return partners.stream().map(partner -> standing(partner, tallies)).toList();
    }

    private static Standing standing(Partner partner, List<ContradictionStore.Tally> tallies) {
        return new Standing(
                partner.name(),
                count(partner, Contradiction.Kind.SPLIT_VIEW, tallies),
                count(partner, Contradiction.Kind.UNPROVEN, tallies),
                tallies.stream()
                        .filter(tally -> isOf(tally, partner, Contradiction.Kind.SPLIT_VIEW))
                        .anyMatch(tally -> partner.examinedUntil()
                                .filter(until -> !tally.lastFound().isAfter(until))
                                .isEmpty()));
    }

    private static long count(Partner partner, Contradiction.Kind kind, List<ContradictionStore.Tally> tallies) {
        return tallies.stream()
                .filter(tally -> isOf(tally, partner, kind))
                .mapToLong(ContradictionStore.Tally::count)
                .sum();
    }

    private static boolean isOf(ContradictionStore.Tally tally, Partner partner, Contradiction.Kind kind) {
        return tally.origin().equals(partner.origin()) && tally.kind().equals(kind.code());
    }
}
