package org.aletheia.custody;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.DisclosedEvent;

/**
 * Reads the histories of records. Decides nothing about access: the caller has checked that the reader may see the
 * subject. An event that was committed a moment ago and has no index yet is not there yet.
 */
public interface Chains {
    /**
     * The history of what was done with a record, by number.
     *
     * @param after number of the last entry already known, 0 from the start
     * @param limit most entries, 1 to 1000
     */
    List<ChainEntry> custody(Subject subject, long after, int limit);

    /** The history of who used a record, by number; parameters as for {@link #custody}. */
    List<ChainEntry> accessRecord(Subject subject, long after, int limit);

    /**
     * As {@link #accessRecord(Subject, long, int)}, of what members of one organisation did; numbers have holes then.
     *
     * @param also events that are in it whoever made them
     */
    List<ChainEntry> accessRecord(Subject subject, UUID organisation, Collection<UUID> also, long after, int limit);

    /**
     * What one member used, the last first: views, downloads, lists, searches and what they were refused.
     *
     * @param before index in the log of the last entry already known, {@link Long#MAX_VALUE} from the end of the log
     * @param limit most entries, 1 to 1000
     */
    List<FoundEvent> uses(UUID member, long before, int limit);

    /** One event with its subjects, which decide who may see it. */
    Optional<FoundEvent> find(UUID eventId);

    /** An event, what it is about, and whether its proof can be had. */
    record FoundEvent(JournalEntry entry, DisclosedEvent event, boolean integrated) {}
}
