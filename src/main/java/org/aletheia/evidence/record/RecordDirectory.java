package org.aletheia.evidence.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.DisposedRecord;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.UseRecord;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Finds records of any kind by id, as far as the caller may see them, so that one record can name another. */
@ApplicationScoped
public class RecordDirectory {
    private static final Set<AccessIntent> READING =
            EnumSet.of(AccessIntent.READ, AccessIntent.READ_CONTENT, AccessIntent.READ_CUSTODY);

    private final RecordLookup lookup;
    private final AccessGuard guard;
    private final UseRecord use;

    RecordDirectory(RecordLookup lookup, AccessGuard guard, UseRecord use) {
        this.lookup = lookup;
        this.guard = guard;
        this.use = use;
    }

    /**
     * The refusal of a record that the caller does not find: that it was disposed of, when, by which decision, and the digest
     * that is kept, where they might have read it; else {@code not-found}. To be thrown by the caller.
     */
    public ProblemException gone(RecordKind kind, UUID id) {
        Optional<DisposedRecord> found =
                lookup.findDisposed(kind, id).filter(went -> guard.permits(AccessIntent.READ, went.was()));
        if (found.isEmpty()) {
            return guard.absent(kind, id);
        }
        use.viewed(kind, id);
        DisposedRecord went = found.get();
        return new ProblemException(
                ProblemType.DISPOSED_OF,
                Map.of(
                        "tombstone",
                        "/api/v1/tombstones/" + kind.code() + "/" + id,
                        "disposedAt",
                        went.disposedAt().toString(),
                        "disposal",
                        went.disposal().toString(),
                        "digest",
                        went.digest().toString()));
    }

    /** Those of the records that were disposed of and that the caller could have listed; tells the journal nothing. */
    public List<DisposedRecord> disposed(Collection<RecordName> names) {
        return names.isEmpty()
                ? List.of()
                : lookup.findDisposed(names).stream()
                        .filter(went -> guard.permits(AccessIntent.LIST, went.was()))
                        .toList();
    }

    /**
     * Requires that the caller may do this with that record.
     *
     * @throws ProblemException {@code not-found}, whether it is absent or not for the caller; {@code disposed-of} where they
     *     would read what they might have read
     */
    public ProtectedRecord require(AccessIntent intent, RecordKind kind, UUID id) {
        ProtectedRecord record = lookup.find(kind, id)
                .orElseThrow(() -> READING.contains(intent) ? gone(kind, id) : guard.absent(kind, id));
        guard.check(intent, record);
        return record;
    }

    /** As {@link #require} to read it; told to the journal. */
    public ProtectedRecord read(RecordKind kind, UUID id) {
        ProtectedRecord record = require(AccessIntent.READ, kind, id);
        use.viewed(kind, id);
        return record;
    }

    /** Whether the caller may do this with that record; a refusal is journalled as any other. */
    public boolean permits(AccessIntent intent, RecordKind kind, UUID id) {
        try {
            require(intent, kind, id);
            return true;
        } catch (ProblemException e) {
            if (!e.tellsAbsence()) {
                throw e;
            }
            return false;
        }
    }

    /** As {@link #permits}; tells nothing, for lists that leave out what is not for the caller. */
    public boolean allows(AccessIntent intent, RecordKind kind, UUID id) {
        return lookup.find(kind, id)
                .filter(record -> guard.permits(intent, record))
                .isPresent();
    }

    /** Those of the records that the caller may read; tells nothing of the others, whom {@link #permits} asks one by one. */
    public List<ProtectedRecord> readable(Collection<RecordName> names) {
        return permitted(EnumSet.of(AccessIntent.READ), names);
    }

    /** Those of the records with which the caller may do all of that; tells nothing of the others, as {@link #readable}. */
    public List<ProtectedRecord> permitted(Set<AccessIntent> intents, Collection<RecordName> names) {
        return lookup.find(names).stream()
                .filter(record -> intents.stream().allMatch(intent -> guard.permits(intent, record)))
                .toList();
    }

    /**
     * How those of the records are held that the caller sees, which stays so until the caller's transaction ends.
     */
    public Map<RecordName, Protection> hold(Collection<RecordName> names) {
        return lookup.hold(names).stream()
                .collect(Collectors.toMap(
                        record -> new RecordName(record.kind(), record.id()), Protection::of, (first, same) -> first));
    }

    /**
     * How that record is held, which stays so until the caller's transaction ends; empty where the caller does not see
     * it.
     */
    Optional<Protection> hold(RecordKind kind, UUID id) {
        return lookup.hold(kind, id).map(Protection::of);
    }

    /** Whether the caller's organisation owns that record. */
    boolean owns(RecordKind kind, UUID id) {
        return lookup.find(kind, id)
                .filter(record -> record.ownerOrg().equals(guard.principal().organisation()))
                .isPresent();
    }
}
