package org.aletheia.evidence.record.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aletheia.access.Classification;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;

/**
 * The records of one kind in one table. A kind gives its entity, and fills columns of its own where it has any.
 *
 * @param <T> the content
 * @param <E> the row
 */
public abstract class LinkedRecordStore<T, E extends LinkedEntity> implements RecordStore<T> {
    private final EntityManager entities;
    private final RecordKind kind;
    private final Class<T> content;
    private final Class<E> row;
    private final Supplier<E> blank;

    protected LinkedRecordStore(
            EntityManager entities, RecordKind kind, Class<T> content, Class<E> row, Supplier<E> blank) {
        this.entities = entities;
        this.kind = kind;
        this.content = content;
        this.row = row;
        this.blank = blank;
    }

    /** Fills the columns that a kind has beside the content; none by default. */
    protected void fill(E target, T from) {}

    /** Whether the database keeps something beside such a content, which {@link #with} then adds to it; not by default. */
    protected boolean keptBesides(T said) {
        return false;
    }

    /** The content with what the database keeps beside it. */
    protected T with(E row, T said) {
        return said;
    }

    @Override
    public List<RecordVersion<T>> insert(List<RecordVersion<T>> firsts) {
        List<E> rows = firsts.stream().map(this::blank).toList();
        rows.forEach(entities::persist);
        entities.flush();
        Set<UUID> besides = firsts.stream()
                .filter(first -> keptBesides(first.content()))
                .map(RecordVersion::id)
                .collect(Collectors.toSet());
        // of many, nobody looks at one again
        rows.stream()
                .filter(made -> rows.size() > 1 || besides.contains(made.id))
                .forEach(entities::detach);
        return besides.isEmpty() ? firsts : asKept(firsts, besides);
    }

    private List<RecordVersion<T>> asKept(List<RecordVersion<T>> firsts, Set<UUID> besides) {
        Map<UUID, E> kept = entities.createQuery("from " + row.getName() + " where id in :ids", row)
                .setParameter("ids", besides)
                .getResultStream()
                .collect(Collectors.toMap(found -> found.id, found -> found));
        return firsts.stream()
                .map(first -> {
                    E found = kept.get(first.id());
                    return found == null ? first : first.saying(with(found, first.content()));
                })
                .toList();
    }

    private E blank(RecordVersion<T> first) {
        E target = blank.get();
        target.id = first.id();
        target.ownerOrg = first.ownerOrg();
        target.createdAt = first.createdAt();
        write(target, first);
        return target;
    }

    @Override
    public Optional<RecordVersion<T>> find(UUID id) {
        return Optional.ofNullable(entities.find(row, id)).map(this::read);
    }

    @Override
    public Optional<RecordVersion<T>> lock(UUID id) {
        E found = entities.find(row, id);
        if (found == null) {
            return Optional.empty();
        }
        // What this transaction has read of it before may be older than what the lock had to wait for.
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return Optional.of(read(found));
    }

    @Override
    public RecordVersion<T> replace(RecordVersion<T> next) {
        E target = entities.getReference(row, next.id());
        write(target, next);
        entities.flush();
        if (!keptBesides(next.content())) {
            return next;
        }
        entities.refresh(target);
        return next.saying(with(target, next.content()));
    }

    @Override
    public List<RecordVersion<T>> page(RecordFilter filter, Map<String, Object> containing, UUID after, int limit) {
        FilterQuery access = condition(filter, containing);
        String hql = "from " + row.getName() + " where id > :after and " + access.condition()
                + " and cast(sql('? @> cast(? as jsonb)', content, :containing) as Boolean) order by id";
        TypedQuery<E> query = entities.createQuery(hql, row)
                .setParameter("after", after)
                .setParameter("containing", RecordCodec.write(contained(containing)))
                .setMaxResults(limit);
        access.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(this::read).toList();
    }

    @Override
    public List<RecordVersion<T>> among(RecordFilter filter, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return found(condition(filter, Map.of()), "id in :ids", Map.of("ids", ids), ids.size());
    }

    /** At most so many of the records for which both conditions hold, by id. */
    protected List<RecordVersion<T>> found(
            FilterQuery access, String condition, Map<String, Object> parameters, int limit) {
        String hql = "from " + row.getName() + " where " + condition + " and " + access.condition() + " order by id";
        TypedQuery<E> query = entities.createQuery(hql, row).setMaxResults(limit);
        parameters.forEach(query::setParameter);
        access.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(this::read).toList();
    }

    /** The filter as a condition on the rows; a kind may add what its own columns know of the members asked for. */
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> containing) {
        return FilterQuery.of(filter);
    }

    /** Of the members asked for those that the content has; a kind leaves out what only its columns know. */
    protected Map<String, Object> contained(Map<String, Object> asked) {
        return asked;
    }

    private void write(E target, RecordVersion<T> version) {
        target.classification = version.protection().classification().code();
        target.compartments =
                version.protection().compartments().stream().sorted().toArray(String[]::new);
        target.revision = version.revision();
        target.revisedAt = version.revisedAt();
        target.content = RecordCodec.write(version.content());
        fill(target, version.content());
    }

    private RecordVersion<T> read(E found) {
        Protection protection = new Protection(Classification.parse(found.classification), Set.of(found.compartments));
        T said = with(found, RecordCodec.read(found.content, content));
        return new RecordVersion<>(
                kind, found.id, found.ownerOrg, protection, found.revision, found.createdAt, found.revisedAt, said);
    }
}
