package org.aletheia.testimony.protection;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Revisions;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.Parts;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** Counsel's decisions on protection notes. They stay inside themselves. */
@Singleton
public class CounselDecisions extends LinkedRecords<CounselDecision> implements Parts, ExportBars.Kind {
    private static final int PAGE = 200;

    private final RecordDesk desk;
    private final ProtectionNotes notes;
    private final Revisions revisions;

    CounselDecisions(RecordStore<CounselDecision> store, RecordDesk desk, ProtectionNotes notes, Revisions revisions) {
        super(RecordKind.COUNSEL_DECISION, store, desk);
        this.desk = desk;
        this.notes = notes;
        this.revisions = revisions;
    }

    /**
     * Decides on a note.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} for who is no counsel; {@code second-person-required} for
     *     who wrote some revision of the note; {@code invalid-request}; {@code state-refused} where another revision stands
     *     than the one that was looked at
     */
    @Transactional
    public RecordVersion<CounselDecision> decide(UUID note, @Nullable String key, CounselDecisionBody body) {
        desk.directory().require(AccessIntent.READ, RecordKind.PROTECTION_NOTE, note);
        UUID member = desk.guard().requireCreate(RecordKind.COUNSEL_DECISION).member();
        if (wrote(note, member)) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        return create(
                key,
                "counsel-decisions/" + note,
                new Whole(RecordKind.PROTECTION_NOTE, note),
                body,
                checks -> standing(body.check(checks, note, member)));
    }

    /** The decisions on one note, oldest first. @throws ProblemException {@code not-found} */
    public Page<RecordVersion<CounselDecision>> of(UUID note, PageRequest page) {
        desk.directory().require(AccessIntent.READ, RecordKind.PROTECTION_NOTE, note);
        return list(page.with("note", note.toString()));
    }

    /** One decision on a note. @throws ProblemException {@code not-found}, also for a decision on another note */
    public RecordVersion<CounselDecision> get(UUID note, UUID id) {
        desk.directory().require(AccessIntent.READ, RecordKind.PROTECTION_NOTE, note);
        boolean onNote =
                find(id).filter(found -> found.content().note().equals(note)).isPresent();
        if (!onNote) {
            throw desk.guard().absent(RecordKind.COUNSEL_DECISION, id);
        }
        return get(id);
    }

    private CounselDecision standing(CounselDecision said) {
        if (notes.revision(said.note()) != said.revision()) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        return said;
    }

    private boolean wrote(UUID note, UUID member) {
        Subject subject = new Subject(RecordKind.PROTECTION_NOTE.code(), note);
        int after = 0;
        while (true) {
            var page = revisions.list(subject, Instant.EPOCH, after, PAGE);
            if (page.stream().anyMatch(revision -> Objects.equals(revision.member(), member))) {
                return true;
            }
            if (page.size() < PAGE) {
                return false;
            }
            after = page.getLast().number();
        }
    }

    @Override
    protected Optional<Whole> whole(CounselDecision content) {
        return Optional.of(new Whole(RecordKind.PROTECTION_NOTE, content.note()));
    }

    @Override
    public RecordKind whole() {
        return RecordKind.PROTECTION_NOTE;
    }

    @Override
    public void tighten(UUID note, Protection least) {
        tighten(Map.of("note", note), least);
    }

    /** Always: what leaves does not tell why. */
    @Override
    public boolean barred(UUID id, ExportForm form) {
        return true;
    }
}
