package org.aletheia.joins.matching;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Follower;
import org.aletheia.custody.JournalEntry;
import org.aletheia.custody.Subject;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projections;

/**
 * Keeps the keys of each changed record. They say no more than search may know of it; a protected person's record has none.
 * Of what is there when the follower first runs it learns from the beginning of the journal.
 */
@ApplicationScoped
class MatchFollower implements Follower {
    private static final Set<String> LINKED = Set.of(
            RecordKind.PERSON.code(),
            RecordKind.GROUP.code(),
            RecordKind.UNIT.code(),
            RecordKind.ORGANISATION.code(),
            RecordKind.AFFILIATION.code(),
            RecordKind.INCIDENT.code());

    private final List<Projections> capabilities;
    private final KeptKeys keys;

    MatchFollower(@All List<Projections> capabilities, KeptKeys keys) {
        this.capabilities = capabilities;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "possible-same";
    }

    @Override
    public int apply(List<JournalEntry> batch) {
        Map<String, Set<UUID>> changed = batch.stream()
                .flatMap(entry -> entry.subjects().stream())
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toSet())));
        changed.forEach((kind, ids) -> {
            if (LINKED.contains(kind)) {
                keys.replace(kind, ids, linked(kind, ids));
            } else if (kind.equals(RecordKind.ITEM.code())) {
                keys.replace(kind, ids, items(ids));
            }
        });
        return batch.size();
    }

    private List<KeptKeys.Keyed> linked(String kind, Collection<UUID> ids) {
        return capabilities.stream()
                .filter(capability -> capability.kinds().contains(kind))
                .flatMap(capability -> capability.find(kind, ids).values().stream())
                .map(Supplier::get)
                .map(MatchFollower::keyed)
                .toList();
    }

    private static KeptKeys.Keyed keyed(Projection record) {
        return new KeptKeys.Keyed(
                record.id(), record.ownerOrg(), record.classification(), record.compartments(), MatchKeys.kept(record));
    }

    private List<KeptKeys.Keyed> items(Collection<UUID> ids) {
        return keys.items(ids).stream()
                .map(item -> new KeptKeys.Keyed(
                        item.id(),
                        item.ownerOrg(),
                        item.classification(),
                        item.compartments(),
                        MatchKeys.ofItem(item.digests(), item.identifiers())))
                .toList();
    }
}
