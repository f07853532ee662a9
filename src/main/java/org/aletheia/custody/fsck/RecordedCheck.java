package org.aletheia.custody.fsck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.store.EstateStore;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;

/** Checks that what events tell of is there: the record that came to be, and the revision that was made. */
final class RecordedCheck {
    private static final Set<String> CREATING = codes(EventTypes.RECEIVED, EventTypes.RECORD_CREATED);

    /** Others may name the digest of something else, as the vault does. */
    private static final Set<String> REVISING = codes(
            EventTypes.RECEIVED,
            EventTypes.REGISTERED,
            EventTypes.RETURNED,
            EventTypes.NOT_RETAINED,
            EventTypes.TRIAGE_STARTED,
            EventTypes.ITEM_REVISED,
            EventTypes.RECORD_CREATED,
            EventTypes.RECORD_REVISED);

    private final EstateStore estate;
    private final Map<String, String> tables;
    private final Examination told;
    private final Map<String, List<UUID>> created = new HashMap<>();
    private final List<EstateStore.Made> revised = new ArrayList<>();
    private final List<Subject> disposed = new ArrayList<>();

    RecordedCheck(EstateStore estate, Examination told) {
        this.estate = estate;
        this.tables = estate.tables();
        this.told = told;
    }

    /** Takes one event. */
    void take(Event event) {
        if (!(event.subject() instanceof RecordSubject record) || !tables.containsKey(record.kind())) {
            return;
        }
        UUID id = Ids.parse(record.id());
        if (event.type().equals(CustodyEventTypes.DISPOSED.code())) {
            disposed.add(new Subject(record.kind(), id));
        }
        if (CREATING.contains(event.type())) {
            created.computeIfAbsent(record.kind(), kind -> new ArrayList<>()).add(id);
        }
        Digest revision = event.revision();
        if (revision != null && REVISING.contains(event.type())) {
            revised.add(new EstateStore.Made(new Subject(record.kind(), id), revision));
        }
    }

    /** Asks for all that were taken since. */
    void ask() {
        created.forEach((kind, ids) -> estate.absent(kind, Objects.requireNonNull(tables.get(kind)), ids)
                .forEach(id -> told.found(
                        CustodyFinding.RECORD_MISSING, kind + " " + id, "the journal tells how it came to be")));
        estate.lacking(revised)
                .forEach(made -> told.found(
                        CustodyFinding.REVISION_MISSING,
                        made.subject().kind() + " " + made.subject().id(),
                        "the journal tells of revision " + made.digest()));
        estate.readable(disposed)
                .forEach(record -> told.found(
                        CustodyFinding.DISPOSAL_UNDONE,
                        record.kind() + " " + record.id(),
                        "an event tells that it was disposed of, and it can be read"));
        created.clear();
        disposed.clear();
        revised.clear();
    }

    private static Set<String> codes(EventType... types) {
        Set<String> codes = new HashSet<>();
        for (EventType type : types) {
            codes.add(type.code());
        }
        return Set.copyOf(codes);
    }
}
