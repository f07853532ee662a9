package org.aletheia.testimony.protection;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.kernel.Ids;
import org.aletheia.testimony.TestimonyChecks;
import org.jspecify.annotations.Nullable;

/** Protection notes. They leave in no form until counsel decided so, and never by a share. */
@Singleton
public class ProtectionNotes extends LinkedRecords<ProtectionNote> implements ExportBars.Kind {
    private final TestimonyChecks testimony;
    private final DecisionRegister decisions;
    private final Revisions revisions;

    ProtectionNotes(
            RecordStore<ProtectionNote> store,
            RecordDesk desk,
            TestimonyChecks testimony,
            DecisionRegister decisions,
            Revisions revisions) {
        super(RecordKind.PROTECTION_NOTE, store, desk);
        this.testimony = testimony;
        this.decisions = decisions;
        this.revisions = revisions;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /** Makes a note. @throws ProblemException {@code forbidden}, {@code invalid-request} */
    @Transactional
    public RecordVersion<ProtectionNote> create(@Nullable String key, ProtectionNoteBody body) {
        return create(key, "protection-notes", body, checks -> body.check(checks, testimony, null));
    }

    /** Writes a note anew; type and person stay. @throws ProblemException as {@link LinkedRecords#revise} */
    @Transactional
    public RecordVersion<ProtectionNote> revise(UUID id, IntConsumer precondition, ProtectionNoteBody body) {
        return revise(id, precondition, body, (checks, before) -> body.check(checks, testimony, before));
    }

    /** Unless counsel's latest decision on the note releases it into that form, and nothing was written in it since. */
    @Override
    public boolean barred(UUID id, ExportForm form) {
        return decisions
                .latest(id)
                .filter(latest -> latest.releases(form) && !writtenSince(id, latest.revision()))
                .isEmpty();
    }

    private boolean writtenSince(UUID id, int revision) {
        Subject subject = new Subject(RecordKind.PROTECTION_NOTE.code(), id);
        return !revisions.list(subject, Instant.EPOCH, revision, 1).isEmpty();
    }

    /** The revision that stands, 0 where the caller sees none. */
    int revision(UUID id) {
        return find(id).map(RecordVersion::revision).orElse(0);
    }

    /** Codes of the forms in which the note does not leave. */
    public List<String> barredFrom(UUID id) {
        return Arrays.stream(ExportForm.values())
                .filter(form -> barred(id, form))
                .map(ExportForm::code)
                .toList();
    }
}
