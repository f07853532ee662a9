package org.aletheia.cases;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Colleagues;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;

/** The cases that members of an organisation work on. */
@Singleton
public class CaseFiles extends LinkedRecords<CaseFile> {
    private final RecordStore<CaseFile> store;
    private final RecordDesk desk;
    private final Colleagues colleagues;

    CaseFiles(RecordStore<CaseFile> store, RecordDesk desk, Colleagues colleagues) {
        super(RecordKind.CASE_FILE, store, desk);
        this.store = store;
        this.desk = desk;
        this.colleagues = colleagues;
    }

    /**
     * A case with which the caller may do this; nothing is told to the journal.
     *
     * @throws ProblemException {@code not-found}, to members of the same organisation who are not of the case, too
     */
    public RecordVersion<CaseFile> require(AccessIntent intent, UUID id) {
        RecordVersion<CaseFile> found = find(id).orElseThrow(() -> desk.guard().absent(RecordKind.CASE_FILE, id));
        desk.guard().check(intent, found.guarded());
        return found;
    }

    /** As {@link #require}; the case stays as it is until the caller's transaction ends. */
    public RecordVersion<CaseFile> lock(AccessIntent intent, UUID id) {
        RecordVersion<CaseFile> found =
                store.lock(id).orElseThrow(() -> desk.guard().absent(RecordKind.CASE_FILE, id));
        desk.guard().check(intent, found.guarded());
        return found;
    }

    /** Who asks. */
    public UUID caller() {
        return desk.guard().principal().member();
    }

    /** Whether that is a member of the caller's organisation. */
    public boolean isColleague(UUID member) {
        return colleagues.include(member);
    }
}
