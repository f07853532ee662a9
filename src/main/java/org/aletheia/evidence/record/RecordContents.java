package org.aletheia.evidence.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;

/**
 * What the records of every kind say, for whoever works on assertions without knowing their kind. Decides nothing and tells
 * nothing: to be asked only once the caller was found permitted to read the record.
 */
@ApplicationScoped
public class RecordContents {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 200;

    private final Instance<LinkedRecords<?>> kinds;
    private final Revisions revisions;

    RecordContents(Instance<LinkedRecords<?>> kinds, Revisions revisions) {
        this.kinds = kinds;
        this.revisions = revisions;
    }

    /** The record as it stands, as far as row-level security shows it; empty too for kinds that are no linked record. */
    public Optional<RecordVersion<?>> find(RecordKind kind, UUID id) {
        return of(kind).flatMap(records -> records.find(id)).map(found -> (RecordVersion<?>) found);
    }

    /** Whether that member has written some revision of the record, whoever may see it. */
    public boolean wrote(RecordKind kind, UUID id, UUID member) {
        return wrote(kind, id, member, said -> true);
    }

    /** As {@link #wrote(RecordKind, UUID, UUID)}, of the revisions alone whose members the condition takes for writing. */
    public boolean wrote(RecordKind kind, UUID id, UUID member, Predicate<Map<String, Object>> writing) {
        Subject subject = new Subject(kind.code(), id);
        int after = 0;
        while (true) {
            var page = revisions.list(subject, java.time.Instant.EPOCH, after, PAGE);
            if (page.stream()
                    .filter(revision -> Objects.equals(revision.member(), member))
                    .anyMatch(revision -> writing.test(read(revision.canonical())))) {
                return true;
            }
            if (page.size() < PAGE) {
                return false;
            }
            after = page.getLast().number();
        }
    }

    /**
     * Whether a member of the record says now what it said at an earlier revision; empty where the caller may not see that
     * revision.
     */
    public Optional<Boolean> unchanged(RecordVersion<?> now, int revision, String pointer) {
        if (revision == now.revision()) {
            return Optional.of(true);
        }
        ProtectedRecord record = now.guarded();
        return of(now.kind())
                .flatMap(records -> records.saidAt(record, revision))
                .map(bytes -> {
                    Optional<Object> then = Pointers.value(read(bytes), pointer);
                    Object canonical = Canonical.value(RecordCodec.encode(now.content()));
                    return then.isPresent()
                            && canonical instanceof Map<?, ?> members
                            && then.equals(Pointers.value(named(members), pointer));
                });
    }

    private Optional<LinkedRecords<?>> of(RecordKind kind) {
        for (LinkedRecords<?> records : kinds) {
            if (records.kind() == kind) {
                return Optional.of(records);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> named(Map<?, ?> members) {
        return JSON.convertValue(members, MEMBERS);
    }

    private static Map<String, Object> read(byte[] canonical) {
        try {
            return JSON.readValue(canonical, MEMBERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
