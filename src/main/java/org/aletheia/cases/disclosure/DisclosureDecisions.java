package org.aletheia.cases.disclosure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseFiles;
import org.aletheia.cases.CaseRecords;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** What disclosure officers decided about the items of cases. */
@Singleton
public class DisclosureDecisions extends CaseRecords<DisclosureDecision> {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 500;

    private final RecordStore<DisclosureDecision> store;
    private final RecordDesk desk;
    private final CaseFiles files;
    private final DisclosureRegister register;
    private final Clock clock;

    DisclosureDecisions(
            RecordStore<DisclosureDecision> store,
            RecordDesk desk,
            CaseFiles files,
            DisclosureRegister register,
            Clock clock) {
        super(RecordKind.DISCLOSURE_DECISION, store, desk, files);
        this.store = store;
        this.desk = desk;
        this.files = files;
        this.register = register;
        this.clock = clock;
    }

    /** Who decides, and when. */
    public record Now(UUID by, String at) {}

    /**
     * Decides about an item that the body holds. The case is locked meanwhile: there is one decision an item, and no
     * certificate that is being issued misses it.
     *
     * @throws ProblemException {@code forbidden} to all but disclosure officers, {@code not-found}, {@code
     *     invalid-request}
     */
    @Transactional
    public RecordVersion<DisclosureDecision> decide(
            UUID caseFile, @Nullable String key, ProtectionBody body, Function<Checks, DisclosureDecision> content) {
        desk.guard().requireCreate(RecordKind.DISCLOSURE_DECISION);
        files.lock(AccessIntent.DISCLOSE, caseFile);
        return create(
                key, "disclosure-decisions/" + caseFile, new Whole(RecordKind.CASE_FILE, caseFile), body, content);
    }

    /** The caller, now. */
    public Now now() {
        return new Now(files.caller(), Moments.now(clock).toString());
    }

    /** Whether the body holds the item. */
    public boolean isHeld(UUID item) {
        return !register.of(List.of(item)).isEmpty();
    }

    /** Whether the case has a decision on the item. */
    public boolean isDecided(UUID caseFile, UUID item) {
        return !page(Map.of("caseFile", caseFile, "item", item), FIRST, 1).isEmpty();
    }

    /** All of a case; tells nothing to the journal. */
    List<RecordVersion<DisclosureDecision>> all(UUID caseFile) {
        List<RecordVersion<DisclosureDecision>> found = new ArrayList<>();
        BiFunction<UUID, Integer, List<RecordVersion<DisclosureDecision>>> next =
                (after, most) -> page(Map.of("caseFile", caseFile), after, most);
        List<RecordVersion<DisclosureDecision>> batch = next.apply(FIRST, BATCH);
        while (!batch.isEmpty()) {
            found.addAll(batch);
            batch = next.apply(batch.getLast().id(), BATCH);
        }
        return found;
    }

    private List<RecordVersion<DisclosureDecision>> page(Map<String, Object> containing, UUID after, int most) {
        return store.page(desk.guard().filter(RecordKind.DISCLOSURE_DECISION), containing, after, most);
    }
}
