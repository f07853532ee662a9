package org.aletheia.evidence.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.Deposit;

/** Deposits. Every method joins the caller's transaction or makes a short one. */
@ApplicationScoped
public class DepositRows {
    private final Rows rows = new Rows();

    /** Adds. */
    @Transactional
    public void add(Deposit deposit) {
        rows.persist(DepositRow.of(deposit));
    }

    /** Finds one that row-level security shows; it does not know the depositor. */
    @Transactional
    public Optional<Deposit> find(UUID id) {
        return rows.findByIdOptional(id).map(DepositRow::view);
    }

    /**
     * Keeps an open deposit from expiring while bytes come.
     *
     * @return whether it was open still, and its time not over
     */
    @Transactional
    public boolean hold(UUID id, Instant now, Instant until) {
        return rows.update(
                        "expiresAt = case when expiresAt < ?3 then ?3 else expiresAt end"
                                + " where id = ?1 and item is null and expiresAt > ?2",
                        id,
                        now,
                        until)
                == 1;
    }

    /**
     * Closes an open deposit, by compare-and-swap. Whether its time was over was asked when its bytes began.
     *
     * @return whether it was open still; where not, the caller's transaction must not commit
     */
    @Transactional(TxType.MANDATORY)
    public boolean close(UUID id, UUID item, Instant now) {
        return rows.update("item = ?2, revisedAt = ?3 where id = ?1 and item is null", id, item, now) == 1;
    }

    private static final class Rows implements PanacheRepositoryBase<DepositRow, UUID> {}
}
