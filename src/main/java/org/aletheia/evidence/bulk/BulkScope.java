package org.aletheia.evidence.bulk;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordVersion;
import org.jspecify.annotations.Nullable;

/** What one line is read in: the record of which it is part, and the records that the lines before it make. */
public final class BulkScope {
    private final BulkRecords records;
    private final @Nullable RecordName within;

    BulkScope(BulkRecords records, @Nullable RecordName within) {
        this.records = records;
        this.within = within;
    }

    /** Checks of this line that have found nothing yet. */
    public Checks checks() {
        return records.checks();
    }

    /** The id of the record of which this one is part, where the kind is part of any. */
    public UUID within() {
        return sure(within).id();
    }

    /** The record of which this one is part, where the kind is part of any. */
    public RecordName container() {
        return sure(within);
    }

    /** The same as a whole; null for a kind that is part of none. */
    public LinkedRecords.@Nullable Whole whole() {
        return within == null ? null : new LinkedRecords.Whole(within.kind(), within.id());
    }

    /** How a record is held, which stays so until the transaction ends; empty where the caller does not see it. */
    public Optional<Protection> held(LinkedRecords.Whole whole) {
        return records.held(new RecordName(whole.kind(), whole.id()));
    }

    /** A record that the caller may read: written, or to be written by this request. */
    public Optional<ProtectedRecord> readable(RecordName name) {
        return records.readable(name);
    }

    /** What the lines before this one make of a kind, as far as it is not written yet. */
    public Stream<RecordVersion<?>> drafts(RecordKind kind) {
        return records.drafts(kind);
    }

    /** What such a record says; empty where the caller may not read it, or its kind says nothing. */
    public Optional<RecordVersion<?>> version(RecordName name) {
        return records.version(name);
    }
}
