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
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.evidence.handling.Transfer;
import org.aletheia.evidence.handling.TransferState;
import org.jspecify.annotations.Nullable;

/** Transfers. Every method joins the caller's transaction or makes a short one. */
@ApplicationScoped
public class TransferRows {
    private final Rows rows = new Rows();

    /** Adds, at once: what the caller's transaction does next may name it. */
    @Transactional(TxType.MANDATORY)
    public void add(Transfer transfer) {
        rows.persistAndFlush(TransferRow.of(transfer));
    }

    /** Finds one that row-level security shows. */
    @Transactional
    public Optional<Transfer> find(UUID id) {
        return rows.findByIdOptional(id).map(TransferRow::view);
    }

    /** Finds one and keeps others from deciding about it until the caller's transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<Transfer> lock(UUID id) {
        return Optional.ofNullable(rows.findById(id, LockModeType.PESSIMISTIC_WRITE))
                .map(TransferRow::view);
    }

    /** Writes the decision about a transfer that the caller locked. */
    @Transactional(TxType.MANDATORY)
    public void revise(Transfer next) {
        rows.findById(next.id()).revise(next);
        rows.flush();
    }

    /** Those that the filter lets the caller list, after an id, in order of ids; in one state only unless it is null. */
    @Transactional
    public List<Transfer> list(RecordFilter filter, @Nullable TransferState state, UUID after, int limit) {
        FilterQuery query = FilterQuery.of(filter);
        query.parameters().put("after", after);
        String condition = query.condition() + " and id > :after";
        if (state != null) {
            condition += " and state = :state";
            query.parameters().put("state", state.code());
        }
        return rows.find(condition, Sort.by("id"), query.parameters()).page(0, limit).stream()
                .map(TransferRow::view)
                .toList();
    }

    private static final class Rows implements PanacheRepositoryBase<TransferRow, UUID> {}
}
