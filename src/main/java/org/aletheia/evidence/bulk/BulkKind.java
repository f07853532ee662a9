package org.aletheia.evidence.bulk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordVersion;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that can be loaded in bulk; a bean of it makes that so. What holds for one record made alone holds for
 * each line: the same body, the same checks.
 *
 * @param <T> the content
 * @param <B> the body, as the kind's own route takes it
 */
public abstract class BulkKind<T extends RecordContent, B extends ProtectionBody> {
    private final LinkedRecords<T> records;
    private final Class<B> body;

    protected BulkKind(LinkedRecords<T> records, Class<B> body) {
        this.records = records;
        this.body = body;
    }

    /**
     * The content of what a line says.
     *
     * @param within the record that it is part of; null for a kind that is part of none
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with all that was found
     */
    protected abstract T check(B body, Checks checks, @Nullable UUID within);

    /** Kinds of which a record of this kind is part; none by default. Where there is one, {@code within} names it. */
    protected Set<RecordKind> wholes() {
        return Set.of();
    }

    final RecordKind kind() {
        return records.kind();
    }

    final Class<B> body() {
        return body;
    }

    /** What the line would make; nothing is written. */
    RecordVersion<T> draft(
            Object read,
            LinkedRecords.@Nullable Whole within,
            Checks checks,
            Function<LinkedRecords.Whole, Optional<Protection>> held) {
        B said = body.cast(read);
        UUID whole = within == null ? null : within.id();
        return records.draft(within, said, checks, held, found -> check(said, found, whole));
    }

    /** Writes drafts of this kind, in the caller's transaction; the others of the request are written or will be. */
    @SuppressWarnings("unchecked") // every draft of this kind was made by it
    void write(List<? extends RecordVersion<?>> drafts) {
        records.addAll((List<RecordVersion<T>>) drafts);
    }
}
