package org.aletheia.incidents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.store.LinkWalk;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Chains of incidents. A link is as protected as the stricter of the two that it joins, and is left out, and not counted, for
 * those who may not see both; beyond that it is seen like a source: by who says so, by who owns one of the incidents, and by
 * others where the owner of both says so.
 */
@Singleton
public class IncidentLinks extends LinkedRecords<IncidentLink> {
    private final RecordDesk desk;
    private final Journal journal;
    private final LinkWalk walk;
    private final Relations relations;

    IncidentLinks(
            RecordStore<IncidentLink> store, RecordDesk desk, Journal journal, LinkWalk walk, Relations relations) {
        super(RecordKind.INCIDENT_LINK, store, desk);
        this.desk = desk;
        this.journal = journal;
        this.walk = walk;
        this.relations = relations;
    }

    /**
     * Links two incidents, in one transaction with revision, event, and one event in the histories of both. A link that closes
     * a cycle is made all the same: what contradicts is to be seen, by {@link #cycles}.
     *
     * @param link makes the link of what the caller wrote
     * @throws ProblemException {@code not-found} where the caller may not link to the incident; {@code invalid-request}
     */
    @Transactional
    public RecordVersion<IncidentLink> link(
            UUID incident, @Nullable String key, Object body, Function<Checks, IncidentLink> link) {
        ProtectedRecord record = desk.directory().require(AccessIntent.LINK, RecordKind.INCIDENT, incident);
        Principal caller = desk.guard().requireCreate(RecordKind.INCIDENT_LINK);
        return once(key, "incident-links/" + incident, body, () -> {
            IncidentLink said = link.apply(desk.checks());
            UUID other = said.otherThan(incident);
            ProtectedRecord end = desk.directory().require(AccessIntent.READ, RecordKind.INCIDENT, other);
            RecordVersion<IncidentLink> made = add(caller, Protection.of(record).atLeast(Protection.of(end)), said);
            journal.append(desk.guard()
                    .listEvent(EventTypes.LINK_CREATED, List.of(subject(incident), subject(other)))
                    .build());
            return made;
        });
    }

    /**
     * Says a link again, or withdraws it; the ends stay.
     *
     * @throws ProblemException as {@link LinkedRecords#revise}
     */
    @Transactional
    public RecordVersion<IncidentLink> withdraw(UUID id, IntConsumer precondition, ProtectionBody body, boolean gone) {
        // The wall lets nobody else lock it: whoever only sees it is refused before.
        RecordVersion<IncidentLink> found =
                find(id).orElseThrow(() -> desk.guard().absent(kind(), id));
        desk.guard().check(AccessIntent.REVISE, found.guarded());
        return revise(
                id, precondition, body, (checks, before) -> new IncidentLink(before.relation(), before.ends(), gone));
    }

    /** The links of one incident that stand, from whichever end they were said. */
    public Page<RecordVersion<IncidentLink>> of(UUID incident, PageRequest page) {
        desk.directory().require(AccessIntent.READ, RecordKind.INCIDENT, incident);
        return list(new PageRequest(
                page.limit(), page.cursor(), Map.of("ends", List.of(incident.toString()), "withdrawn", false)));
    }

    /**
     * By relation, a shortest way from an incident along standing links back to itself: it precedes itself, or is part of
     * itself. Only links that the caller may see are followed.
     *
     * @throws ProblemException {@code not-found}
     */
    public Map<String, List<UUID>> cycles(UUID incident) {
        desk.directory().read(RecordKind.INCIDENT, incident);
        Map<String, List<UUID>> found = new LinkedHashMap<>();
        for (String relation : relations.directed()) {
            Optional<List<UUID>> cycle = Cycles.through(incident, ends -> walk.next(relation, ends));
            cycle.ifPresent(way -> found.put(relation, way));
        }
        return found;
    }

    private static Subject subject(UUID incident) {
        return new Subject(RecordKind.INCIDENT.code(), incident);
    }
}
