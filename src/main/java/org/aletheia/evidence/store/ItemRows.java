package org.aletheia.evidence.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharedAlong;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemState;
import org.jspecify.annotations.Nullable;

/** Items. Every method joins the caller's transaction or makes a short one. */
@ApplicationScoped
public class ItemRows {
    private static final String NEXT_NUMBER = """
            insert into registration_series (series, last) values (:series, 1)
            on conflict (series) do update set last = registration_series.last + 1
            returning last""";

    private final Rows rows = new Rows();

    /** Adds, at once: what the caller's transaction does next may name the item. */
    @Transactional(TxType.MANDATORY)
    public void add(EvidenceItem item) {
        rows.persistAndFlush(ItemRow.of(item));
    }

    /** Finds one that row-level security shows. */
    @Transactional
    public Optional<EvidenceItem> find(UUID id) {
        return rows.findByIdOptional(id).map(ItemRow::view);
    }

    /** Finds one and keeps others from changing it until the caller's transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<EvidenceItem> lock(UUID id) {
        return Optional.ofNullable(rows.findById(id, LockModeType.PESSIMISTIC_WRITE))
                .map(ItemRow::view);
    }

    /** Writes the next revision of an item that the caller locked. */
    @Transactional(TxType.MANDATORY)
    public void revise(EvidenceItem next) {
        rows.findById(next.id()).revise(next);
    }

    /**
     * Those that the filter lets the caller list, after an id, in order of ids.
     *
     * @param submission only its items; all when null
     * @param state only items in it; all when null
     */
    @Transactional
    public List<EvidenceItem> list(
            RecordFilter filter, @Nullable UUID submission, @Nullable ItemState state, UUID after, int limit) {
        FilterQuery query = FilterQuery.of(filter);
        StringBuilder condition = new StringBuilder(query.condition()).append(" and id > :after");
        query.parameters().put("after", after);
        if (submission != null) {
            condition.append(" and submission = :submission");
            query.parameters().put("submission", submission);
        }
        if (state != null) {
            condition.append(" and state = :state");
            query.parameters().put("state", state.code());
        }
        return rows.find(condition.toString(), Sort.by("id"), query.parameters()).page(0, limit).stream()
                .map(ItemRow::view)
                .toList();
    }

    /** Those of the items that the filter lets the caller list. */
    @Transactional
    public List<EvidenceItem> among(RecordFilter filter, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        FilterQuery query = FilterQuery.of(filter);
        query.parameters().put("ids", ids);
        return rows.find(query.condition() + " and id in :ids", query.parameters()).stream()
                .map(ItemRow::view)
                .toList();
    }

    /** All items of submissions that row-level security shows. */
    @Transactional
    public List<SharedAlong.Part> ofSubmissions(Collection<UUID> submissions) {
        return rows.getEntityManager()
                .createQuery("select submission, id from Item where submission in :submissions", Object[].class)
                .setParameter("submissions", submissions)
                .getResultStream()
                .map(row -> new SharedAlong.Part((UUID) row[0], RecordKind.ITEM, (UUID) row[1]))
                .toList();
    }

    /** The next number of a series, given for ever once the caller's transaction commits. */
    @Transactional(TxType.MANDATORY)
    public long nextNumber(String series) {
        Object last = rows.getEntityManager()
                .createNativeQuery(NEXT_NUMBER, Long.class)
                .setParameter("series", series)
                .getSingleResult();
        return (Long) last;
    }

    private static final class Rows implements PanacheRepositoryBase<ItemRow, UUID> {}
}
