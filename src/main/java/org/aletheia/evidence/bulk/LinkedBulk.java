package org.aletheia.evidence.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordVersion;

/**
 * Linked records in bulk that come alone.
 *
 * @param <T> the content
 * @param <B> the body
 */
public abstract class LinkedBulk<T extends RecordContent, B extends ProtectionBody> extends BulkKind<B> {
    private final LinkedRecords<T> records;

    protected LinkedBulk(LinkedRecords<T> records, Class<B> body) {
        super(records.kind(), body);
        this.records = records;
    }

    /**
     * The content of what a line says.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with all that was found
     */
    protected abstract T check(B body, Checks checks, BulkScope scope);

    @Override
    protected final BulkDraft draft(B said, BulkScope scope) {
        return BulkDraft.of(
                records.draft(scope.whole(), said, scope.checks(), scope::held, checks -> check(said, checks, scope)));
    }

    @Override
    protected final void write(List<BulkDraft> drafts) {
        records.addAll(versions(drafts));
    }

    /** The versions of drafts of one kind. */
    @SuppressWarnings("unchecked") // every draft of a kind was made by it
    public static <T> List<RecordVersion<T>> versions(List<BulkDraft> drafts) {
        return drafts.stream().map(draft -> (RecordVersion<T>) draft.version()).toList();
    }

    /** The sources that come with drafts, by what each is of. */
    public static Map<RecordVersion<?>, List<Citation>> cited(List<BulkDraft> drafts) {
        Map<RecordVersion<?>, List<Citation>> cited = new LinkedHashMap<>();
        drafts.forEach(draft -> cited.put(draft.version(), draft.citations()));
        return cited;
    }
}
