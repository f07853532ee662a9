package org.aletheia.evidence.handling.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.handling.Hold;

/** Legal holds. Every method joins the caller's transaction or makes a short one. */
@ApplicationScoped
public class HoldRows {
    private final Rows rows = new Rows();

    /** Adds. */
    @Transactional(TxType.MANDATORY)
    public void add(Hold hold) {
        rows.persistAndFlush(HoldRow.of(hold));
    }

    /** Finds one that row-level security shows. */
    @Transactional
    public Optional<Hold> find(UUID id) {
        return rows.findByIdOptional(id).map(HoldRow::view);
    }

    /** Finds one and keeps others from lifting it until the caller's transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<Hold> lock(UUID id) {
        return Optional.ofNullable(rows.findById(id, LockModeType.PESSIMISTIC_WRITE))
                .map(HoldRow::view);
    }

    /** Writes the lifting of a hold that the caller locked. */
    @Transactional(TxType.MANDATORY)
    public void revise(Hold next) {
        rows.findById(next.id()).revise(next);
        rows.flush();
    }

    /** All of an item, lifted ones too: whoever sees the item sees them. */
    @Transactional
    public List<Hold> of(UUID item) {
        return rows.list("item", Sort.by("id"), item).stream()
                .map(HoldRow::view)
                .toList();
    }

    /** Whether any stands on an item that the caller sees; to be relied on while the item's row is locked only. */
    @Transactional
    public boolean isHeld(UUID item) {
        return rows.count("item = ?1 and releasedBy is null", item) > 0;
    }

    private static final class Rows implements PanacheRepositoryBase<HoldRow, UUID> {}
}
