package org.aletheia.evidence.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordFilter;

/** Where the records of one kind lie. Row-level security applies: a hidden row is an absent one. */
public interface RecordStore<T> {
    /** Adds revision 1 of each, in the caller's transaction; gives them as they are kept. */
    List<RecordVersion<T>> insert(List<RecordVersion<T>> firsts);

    /** The record as it stands. */
    Optional<RecordVersion<T>> find(UUID id);

    /** The record as it stands and stays until the caller's transaction ends. */
    Optional<RecordVersion<T>> lock(UUID id);

    /** Puts {@code next} in the place of the revision before it, which the caller has locked; gives it as it is kept. */
    RecordVersion<T> replace(RecordVersion<T> next);

    /** Those of the records that the filter matches, in no order. */
    List<RecordVersion<T>> among(RecordFilter filter, Collection<UUID> ids);

    /**
     * At most {@code limit} records that the filter matches, by id.
     *
     * @param containing members that the content has, for example {@code {"claimant": …}}
     * @param after the last id of the page before, or one before all
     */
    List<RecordVersion<T>> page(RecordFilter filter, Map<String, Object> containing, UUID after, int limit);
}
