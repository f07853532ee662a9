package org.aletheia.cases;

import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.Parts;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.Page;

/** The parts of case files of one kind: whoever may not read the case finds none of them. */
public abstract class CaseRecords<T extends CasePart> extends LinkedRecords<T> implements Parts {
    private final CaseFiles files;

    protected CaseRecords(RecordKind kind, RecordStore<T> store, RecordDesk desk, CaseFiles files) {
        super(kind, store, desk);
        this.files = files;
    }

    @Override
    public RecordVersion<T> get(UUID id) {
        requireCase(id);
        return super.get(id);
    }

    @Override
    public Page<RevisionEntry> history(UUID id, PageRequest request) {
        requireCase(id);
        return super.history(id, request);
    }

    @Override
    @Transactional
    public RecordVersion<T> revise(
            UUID id, IntConsumer precondition, ProtectionBody body, BiFunction<Checks, T, T> content) {
        requireCase(id);
        return super.revise(id, precondition, body, content);
    }

    /** One page of those of a case. */
    public Page<RecordVersion<T>> of(UUID caseFile, PageRequest request) {
        files.require(AccessIntent.READ, caseFile);
        return list(request.with("caseFile", caseFile.toString()));
    }

    private void requireCase(UUID id) {
        find(id).ifPresent(found ->
                files.require(AccessIntent.READ, found.content().caseFile()));
    }

    @Override
    protected Optional<Whole> whole(T content) {
        return Optional.of(new Whole(RecordKind.CASE_FILE, content.caseFile()));
    }

    @Override
    public RecordKind whole() {
        return RecordKind.CASE_FILE;
    }

    @Override
    public void tighten(UUID caseFile, Protection least) {
        tighten(Map.of("caseFile", caseFile), least);
    }
}
