package org.aletheia.evidence.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Shares;
import org.aletheia.evidence.UseRecord;
import org.aletheia.platform.http.Idempotency;

/** What the records of every kind work with. */
@ApplicationScoped
public class RecordDesk {
    private final AccessGuard guard;
    private final ChecksFactory checks;
    private final RecordDirectory directory;
    private final RecordLedger ledger;
    private final UseRecord use;
    private final Instance<Parts> parts;
    private final Instance<Bearing> bearing;
    private final IdPages pages;
    private final Shares shares;
    private final Idempotency idempotency;
    private final Clock clock;

    RecordDesk(
            AccessGuard guard,
            ChecksFactory checks,
            RecordDirectory directory,
            RecordLedger ledger,
            UseRecord use,
            Instance<Parts> parts,
            Instance<Bearing> bearing,
            IdPages pages,
            Shares shares,
            Idempotency idempotency,
            Clock clock) {
        this.guard = guard;
        this.checks = checks;
        this.directory = directory;
        this.ledger = ledger;
        this.use = use;
        this.parts = parts;
        this.bearing = bearing;
        this.pages = pages;
        this.shares = shares;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Who may do what. */
    public AccessGuard guard() {
        return guard;
    }

    /** Checks that have found nothing yet. */
    public Checks checks() {
        return checks.begin();
    }

    /** Shares new parts with whom their wholes are shared, where one organisation owns both. */
    <T> void shareAlong(Map<LinkedRecords.Whole, List<RecordVersion<T>>> parts) {
        Map<RecordKind, List<UUID>> wholes = parts.keySet().stream()
                .collect(Collectors.groupingBy(
                        LinkedRecords.Whole::kind, Collectors.mapping(LinkedRecords.Whole::id, Collectors.toList())));
        // asked of all at once: of many new parts, hardly any lies in a whole that is shared
        wholes.forEach((kind, ids) -> shares.shared(kind, ids).forEach(id -> {
            List<RecordVersion<T>> within = parts.get(new LinkedRecords.Whole(kind, id));
            if (within != null && directory.owns(kind, id)) {
                shares.inherit(
                        kind, id, within.stream().map(RecordVersion::guarded).toList());
            }
        }));
    }

    /** Makes the parts of a record, and theirs, at least as strict as it has become; in the caller's transaction. */
    void tightenParts(RecordVersion<?> whole) {
        parts.stream()
                .filter(each -> each.whole() == whole.kind())
                .forEach(each -> each.tighten(whole.id(), whole.protection()));
    }

    /** Tells whoever derives something from a record that it was written anew; in the caller's transaction. */
    void follow(RecordVersion<?> next, UUID event) {
        bearing.stream().filter(each -> each.of().contains(next.kind())).forEach(each -> each.revised(next, event));
    }

    /** The records of every kind, by id. */
    public RecordDirectory directory() {
        return directory;
    }

    Idempotency idempotency() {
        return idempotency;
    }

    IdPages pages() {
        return pages;
    }

    /** Tells the journal of reads. */
    UseRecord use() {
        return use;
    }

    RecordLedger ledger() {
        return ledger;
    }

    /** Now, as precisely as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
