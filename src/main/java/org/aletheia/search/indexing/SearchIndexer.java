package org.aletheia.search.indexing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.custody.Follower;
import org.aletheia.custody.JournalEntry;
import org.aletheia.custody.Subject;
import org.aletheia.search.SearchConfig;
import org.aletheia.search.elastic.AccessScope.Restricted;
import org.aletheia.search.elastic.BulkWriter;
import org.aletheia.search.elastic.IndexState;
import org.aletheia.search.elastic.Indexes;
import org.aletheia.search.elastic.PointInTime;
import org.aletheia.search.store.ClosureRows;
import org.aletheia.search.store.ClosureRows.Changed;
import org.aletheia.search.store.PendingRestrictions;

/**
 * Brings each changed record into the index.
 *
 * <p>A record that an event closed or opened is changed by it, whatever the event's subjects are.
 *
 * <p>Order of effects: (1) which indexes there are is asked; (2) the records are read, and so are at least as new as the
 * batch; (3) they are written under the batch's journal indexes; (4) restrictions that the batch made are marked as
 * visible in the index. A crash after any step repeats the batch, which changes nothing that is already there. An index
 * that is being built and was not there at (1) began later than the batch was committed, so its builder reads the batch's
 * records itself.
 */
@ApplicationScoped
public class SearchIndexer implements Follower {
    /** The follower's name. */
    public static final String NAME = "search-index";

    /** A small batch is somebody at work who will look for it; a large one is a load, left to the index's own refresh. */
    private static final int SMALL = 50;

    private final Records records;
    private final Indexes indexes;
    private final BulkWriter writer;
    private final PendingRestrictions restrictions;
    private final ClosureRows closures;
    private final SearchConfig config;

    SearchIndexer(
            Records records,
            Indexes indexes,
            BulkWriter writer,
            PendingRestrictions restrictions,
            ClosureRows closures,
            SearchConfig config) {
        this.records = records;
        this.indexes = indexes;
        this.writer = writer;
        this.restrictions = restrictions;
        this.closures = closures;
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @throws org.aletheia.search.elastic.SearchUnavailableException Elasticsearch does not answer, or has no index yet */
    @Override
    public int apply(List<JournalEntry> batch) {
        IndexState state = indexes.state();
        state.requireTargets();
        List<UUID> events = batch.stream().map(JournalEntry::eventId).toList();
        Map<UUID, List<Restricted>> narrowed = restrictions.by(events);
        Map<Subject, Long> versions = versions(batch, narrowed, closures.changedBy(events));
        writer.write(records.changes(versions), state::targets, !narrowed.isEmpty() || versions.size() <= SMALL);
        if (!narrowed.isEmpty()) {
            restrictions.indexed(events);
            restrictions.forget(PointInTime.longestView(config.cursorLifetime()));
        }
        return batch.size();
    }

    /** What the events tell of, what they narrowed, and what they closed or opened, each under the last of its events. */
    private Map<Subject, Long> versions(
            Collection<JournalEntry> batch, Map<UUID, List<Restricted>> narrowed, Collection<Changed> closed) {
        Map<UUID, List<Subject>> byEvent = closed.stream()
                .collect(groupingBy(
                        Changed::event, mapping(change -> new Subject(change.kind(), change.record()), toList())));
        Map<Subject, Long> versions = new LinkedHashMap<>();
        for (JournalEntry entry : batch) {
            Stream<Subject> less = narrowed.getOrDefault(entry.eventId(), List.of()).stream()
                    .map(restricted -> new Subject(restricted.kind().code(), restricted.id()));
            Stream<Subject> more = byEvent.getOrDefault(entry.eventId(), List.of()).stream();
            Stream.of(entry.subjects().stream(), less, more)
                    .flatMap(subjects -> subjects)
                    .filter(records::indexed)
                    .forEach(subject -> versions.put(subject, entry.index() + 1));
        }
        return versions;
    }
}
