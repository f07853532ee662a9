package org.aletheia.joins;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.platform.http.ProblemException;

/** What records are joined with, directly and by way of others, as far as the caller sees the joins. */
@ApplicationScoped
public class SameRecords {
    private static final int MOST = 100;

    private final RecordDesk desk;
    private final Joins joins;
    private final UseRecord use;

    SameRecords(RecordDesk desk, Joins joins, UseRecord use) {
        this.desk = desk;
        this.joins = joins;
        this.use = use;
    }

    /**
     * A record with those that it is joined with.
     *
     * @param records itself first, then the others, nearest first and by id
     * @param joins that lead from one to the next
     * @param keptApart decisions that two of them are not the same: told, not resolved
     * @param truncated whether there are more than these
     */
    public record Same(List<UUID> records, List<SeenJoin> joins, List<SeenJoin> keptApart, boolean truncated) {
        public Same {
            records = List.copyOf(records);
            joins = List.copyOf(joins);
            keptApart = List.copyOf(keptApart);
        }
    }

    /**
     * The joins that hold a record now, and the decisions that keep it apart from others; also those of which it is left, since
     * another record was disposed of.
     *
     * @throws ProblemException {@code not-found}
     */
    public List<SeenJoin> of(RecordKind kind, UUID id) {
        desk.directory().require(AccessIntent.READ, kind, id);
        List<SeenJoin> holding = joins.holding(List.of(id)).stream()
                .filter(join -> join.told().contains(id))
                .toList();
        tell(kind, List.of(), holding);
        return holding;
    }

    /**
     * The record and at most a hundred with which it is joined, also by way of others; told to the journal as one list.
     *
     * @throws ProblemException {@code not-found}
     */
    public Same joinedWith(RecordKind kind, UUID id) {
        desk.directory().require(AccessIntent.READ, kind, id);
        Same found = reach(id);
        tell(
                kind,
                found.records(),
                Stream.concat(found.joins().stream(), found.keptApart().stream())
                        .toList());
        return found;
    }

    /** As {@link #joinedWith}, of a record that the caller was found permitted to read; tells nothing. */
    public Same reach(UUID id) {
        Map<UUID, SeenJoin> leading = new LinkedHashMap<>();
        Map<UUID, SeenJoin> apart = new LinkedHashMap<>();
        List<UUID> reached = new ArrayList<>(List.of(id));
        Collection<UUID> edge = List.of(id);
        boolean truncated = false;
        while (!edge.isEmpty() && !truncated) {
            Set<UUID> next = new TreeSet<>();
            for (SeenJoin join : joins.holding(edge)) {
                Set<UUID> active = join.active();
                if (edge.stream().noneMatch(active::contains)) {
                    continue;
                }
                (join.join().content().same() ? leading : apart).put(join.join().id(), join);
                if (join.join().content().same()) {
                    next.addAll(active);
                }
            }
            reached.forEach(next::remove);
            int room = MOST + 1 - reached.size();
            truncated = next.size() > room;
            edge = next.stream().limit(room).toList();
            reached.addAll(edge);
        }
        List<SeenJoin> contradicting = apart.values().stream()
                .filter(join -> join.active().stream().filter(reached::contains).count() > 1)
                .toList();
        return new Same(reached, List.copyOf(leading.values()), contradicting, truncated);
    }

    private void tell(RecordKind kind, List<UUID> records, List<SeenJoin> shown) {
        Stream<Subject> these = records.stream().map(record -> new Subject(kind.code(), record));
        Stream<Subject> those = shown.stream()
                .map(join -> new Subject(RecordKind.JOIN.code(), join.join().id()));
        use.listed(Stream.concat(these, those).toList());
    }
}
