package org.aletheia.evidence.bulk;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.bulk.store.ExternalIds;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordVersion;
import org.jspecify.annotations.Nullable;

/** The records that the lines of one request may refer to: those that are written, and those that it makes. */
final class BulkRecords {
    private final BulkDesk desk;
    private final BulkNames names;
    private final Set<RecordKind> wholes;
    private final Map<ExternalId, ExternalIds.Known> known = new HashMap<>();
    private final Map<RecordName, Optional<ProtectedRecord>> readable = new HashMap<>();
    private final Map<RecordName, Optional<Protection>> held = new HashMap<>();
    private final Map<RecordName, RecordVersion<?>> drafts = new HashMap<>();

    /** @param wholes kinds of which others are part */
    BulkRecords(BulkDesk desk, BulkNames names, Set<RecordKind> wholes) {
        this.desk = desk;
        this.names = names;
        this.wholes = Set.copyOf(wholes);
    }

    /** To be called where a transaction begins: what one before held it holds no more, and what it wrote can be asked for. */
    void begin() {
        readable.clear();
        held.clear();
        drafts.clear();
    }

    /** Asks at once what the lines would ask one by one: of some hundred, each would wait for its answer. */
    void prefetch(Collection<String> texts) {
        Set<String> unknown = new HashSet<>(texts);
        known.keySet().forEach(id -> unknown.remove(id.text()));
        if (!unknown.isEmpty()) {
            known.putAll(names.find(unknown));
        }
        Set<RecordName> named = new LinkedHashSet<>();
        known.forEach((id, record) -> {
            if (texts.contains(id.text())) {
                named.add(new RecordName(sure(names.kind(id.kind())).kind(), record.record()));
            }
        });
        named.removeAll(readable.keySet());
        if (!named.isEmpty()) {
            desk.records()
                    .directory()
                    .readable(named)
                    .forEach(record -> readable.put(new RecordName(record.kind(), record.id()), Optional.of(record)));
            List<RecordName> whole =
                    named.stream().filter(name -> wholes.contains(name.kind())).toList();
            desk.records().directory().hold(whole).forEach((name, how) -> held.put(name, Optional.of(how)));
        }
    }

    /** What an external id names. */
    ExternalIds.@Nullable Known named(ExternalId id) {
        return known.get(id);
    }

    /** A record that is to be written, under its external id. */
    void add(ExternalId id, ExternalIds.Known as, RecordVersion<?> version) {
        RecordName name = new RecordName(version.kind(), version.id());
        known.put(id, as);
        readable.put(name, Optional.of(version.guarded().closedBy(Set.of()))); // nothing closes what is not there yet
        held.put(name, Optional.of(version.protection()));
        drafts.put(name, version);
    }

    Checks checks() {
        return desk.checks().begin(this::permits, this::record, this::holdsIdentity);
    }

    Optional<Protection> held(RecordName name) {
        return held.computeIfAbsent(
                name,
                asked -> Optional.ofNullable(
                        desk.records().directory().hold(List.of(asked)).get(asked)));
    }

    Optional<ProtectedRecord> readable(RecordName name) {
        return readable.computeIfAbsent(name, asked -> desk.records().directory().readable(List.of(asked)).stream()
                .findFirst());
    }

    Optional<RecordVersion<?>> version(RecordName name) {
        RecordVersion<?> draft = drafts.get(name);
        return draft == null
                ? readable(name).flatMap(record -> desk.contents().find(record.kind(), record.id()))
                : Optional.of(draft);
    }

    /** What the lines so far make of the kind, and what is not known to be committed. */
    Stream<RecordVersion<?>> drafts(RecordKind kind) {
        return drafts.values().stream().filter(draft -> draft.kind() == kind);
    }

    private boolean holdsIdentity(RecordKind kind, UUID id) {
        RecordVersion<?> draft = drafts.get(new RecordName(kind, id));
        return draft == null
                ? desk.pseudonymous().holdsIdentity(kind, id)
                : draft.content() instanceof RecordContent said && said.pseudonymous();
    }

    private boolean permits(AccessIntent intent, RecordKind kind, UUID id) {
        if (intent == AccessIntent.READ && readable(new RecordName(kind, id)).isPresent()) {
            return true;
        }
        // refused, or asked for more than reading: as for a record made alone, which tells the journal of a refusal
        return drafts.containsKey(new RecordName(kind, id))
                || desk.records().directory().permits(intent, kind, id);
    }

    private @Nullable UUID record(RecordKind kind, String text) {
        return ExternalId.referredTo(text)
                .map(id -> known.get(new ExternalId(kind.code(), id)))
                .map(ExternalIds.Known::record)
                .orElse(null);
    }
}
