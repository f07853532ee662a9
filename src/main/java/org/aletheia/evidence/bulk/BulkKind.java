package org.aletheia.evidence.bulk;

import java.util.List;
import java.util.Set;
import org.aletheia.access.RecordKind;

/**
 * A kind of record that can be loaded in bulk; a bean of it makes that so. What holds for one record made alone holds for
 * each line: the same body, the same checks.
 *
 * @param <B> the body, as the kind's own route takes it
 */
public abstract class BulkKind<B> {
    private final RecordKind kind;
    private final String code;
    private final Class<B> body;

    protected BulkKind(RecordKind kind, Class<B> body) {
        this(kind, kind.code(), body);
    }

    /**
     * Lines that add to records of a kind instead of making them: each is one more revision of the record within which it is.
     *
     * @param code by which lines name what they add
     */
    protected BulkKind(RecordKind kind, String code, Class<B> body) {
        this.kind = kind;
        this.code = code;
        this.body = body;
    }

    /**
     * What a line would make; nothing is written.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with all that was found
     */
    protected abstract BulkDraft draft(B said, BulkScope scope);

    /** Writes drafts of this kind, in the caller's transaction; those of which they are part are written. */
    protected abstract void write(List<BulkDraft> drafts);

    /** Kinds of which a record of this kind is part; none by default. Where there is one, {@code within} names it. */
    protected Set<RecordKind> wholes() {
        return Set.of();
    }

    /** Kinds of which records are written first, since those of this kind need them to be there; its wholes by default. */
    protected Set<RecordKind> after() {
        return wholes();
    }

    /**
     * Whether what a line calls such a record is for its author alone, since colleagues do not learn that there is one; else
     * all of the organisation share the names.
     */
    protected boolean namedByAuthor() {
        return false;
    }

    final RecordKind kind() {
        return kind;
    }

    final String code() {
        return code;
    }

    final boolean makesRecords() {
        return code.equals(kind.code());
    }

    final Class<B> body() {
        return body;
    }

    final BulkDraft draftOf(Object read, BulkScope scope) {
        return draft(body.cast(read), scope);
    }
}
