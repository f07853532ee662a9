package org.aletheia.evidence.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.IdPages;
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

    /** Shares new parts with whom the whole is shared, where one organisation owns both. */
    <T> void shareAlong(LinkedRecords.Whole whole, List<RecordVersion<T>> parts) {
        if (directory.owns(whole.kind(), whole.id())) {
            shares.inherit(
                    whole.kind(),
                    whole.id(),
                    parts.stream().map(RecordVersion::guarded).toList());
        }
    }

    /** Makes the parts of a record, and theirs, at least as strict as it has become; in the caller's transaction. */
    void tightenParts(RecordVersion<?> whole) {
        parts.stream()
                .filter(each -> each.whole() == whole.kind())
                .forEach(each -> each.tighten(whole.id(), whole.protection()));
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
