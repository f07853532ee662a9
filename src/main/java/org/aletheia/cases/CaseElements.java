package org.aletheia.cases;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** The element matrices of case files. */
@Singleton
public class CaseElements extends CaseRecords<CaseElement> {
    /** The list of elements of crimes; those of other crimes are told in words. */
    public static final String LIST = "icc-element";

    private static final int BATCH = 500;

    private final RecordStore<CaseElement> store;
    private final RecordDesk desk;
    private final CaseFiles files;
    private final CodeLists codes;
    private final Clock clock;

    CaseElements(RecordStore<CaseElement> store, RecordDesk desk, CaseFiles files, CodeLists codes, Clock clock) {
        super(RecordKind.CASE_ELEMENT, store, desk, files);
        this.store = store;
        this.desk = desk;
        this.files = files;
        this.codes = codes;
        this.clock = clock;
    }

    /** Makes an element of what the caller wrote, the case and who writes. */
    @FunctionalInterface
    public interface Writing {
        CaseElement write(Checks checks, RecordVersion<CaseFile> of, UUID author);
    }

    /**
     * Adds a row to the matrix of a case.
     *
     * @throws ProblemException {@code not-found}, {@code forbidden}, {@code invalid-request}
     */
    @Transactional
    public RecordVersion<CaseElement> add(UUID caseFile, @Nullable String key, ProtectionBody body, Writing writing) {
        return create(
                key,
                "case-elements/" + caseFile,
                new Whole(RecordKind.CASE_FILE, caseFile),
                body,
                checks -> writing.write(checks, files.require(AccessIntent.READ, caseFile), files.caller()));
    }

    /** The kind of a listed element, where the list tells it. */
    public Optional<String> kindOf(String code) {
        return codes.find(LIST).flatMap(list -> list.find(code)).map(row -> row.attributes()
                .get("element"));
    }

    /** Who answers for the next revision: those since the last review, and the caller. */
    public List<UUID> authors(CaseElement before) {
        List<UUID> earlier = before.reviewer() == null ? before.authors() : List.of();
        return Stream.concat(earlier.stream(), Stream.of(files.caller()))
                .distinct()
                .toList();
    }

    /**
     * Says that the caller came to the same state by themselves.
     *
     * @param state to which they came, code of {@code element-state}
     * @throws ProblemException as {@link #revise}; {@code second-person-required} where they wrote it, {@code
     *     invalid-request} where the state is another
     */
    @Transactional
    public RecordVersion<CaseElement> review(
            UUID id, IntConsumer precondition, ProtectionBody body, @Nullable String state) {
        return revise(id, precondition, body, (checks, before) -> {
            String found = checks.code("element-state", "/state", checks.required("/state", state));
            checks.findings().require(found == null || found.equals(before.state()), "/state", "state-differs");
            checks.throwIfAny();
            if (before.authors().contains(files.caller())) {
                throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
            }
            return before.reviewed(files.caller(), Moments.now(clock).toString());
        });
    }

    /** All of a case that the caller may list; tells nothing to the journal. */
    List<RecordVersion<CaseElement>> all(UUID caseFile) {
        List<RecordVersion<CaseElement>> found = new ArrayList<>();
        UUID after = new UUID(0, 0);
        List<RecordVersion<CaseElement>> batch;
        do {
            batch = store.page(
                    desk.guard().filter(RecordKind.CASE_ELEMENT), Map.of("caseFile", caseFile), after, BATCH);
            found.addAll(batch);
            after = batch.isEmpty() ? after : batch.getLast().id();
        } while (batch.size() == BATCH);
        return found;
    }

    /** Whether any element that the caller may see belongs to the charge. */
    public boolean haveCharge(UUID caseFile, UUID charge) {
        Map<String, Object> members = Map.of("caseFile", caseFile, "charge", charge);
        return !store.page(desk.guard().filter(RecordKind.CASE_ELEMENT), members, new UUID(0, 0), 1)
                .isEmpty();
    }
}
